import Hummingbird

// Functions that register on what they are given, which files of a module call without an import.

func addNotices(to group: RouterGroup<AppContext>) {
    // route: POST /members/notices authenticated
    group.post("notices") { _, _ in "x" }
}

func boards(_ builder: some RouterMethods<AppContext>, store: Store) {
    // route: POST /open/boards open
    builder.post("boards") { _, _ in "x" }
}

struct Desks {
    func register(on group: RouterGroup<AppContext>) {
        // route: POST /members/desks authenticated
        group.post("desks") { _, _ in "x" }
    }
}
