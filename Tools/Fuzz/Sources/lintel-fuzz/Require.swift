/// Ends the program where something that always holds does not. Unlike `precondition` it says what, in a release build, too.
func require(_ holds: Bool, _ fault: StaticString) {
    if !holds { fatalError("\(fault)") }
}
