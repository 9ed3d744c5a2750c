// The typed messages between the Framework view and its host; written with the view.
export {};
