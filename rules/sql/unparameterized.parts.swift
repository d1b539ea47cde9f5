import GRDB

func search(_ name: String) -> QueryInterfaceRequest<Player> {
    // ruleid: sql/unparameterized
    Player.filter(sql: "name = '\(name)'")
}

func searchBound(_ name: String) -> QueryInterfaceRequest<Player> {
    // ok: sql/unparameterized
    Player.filter(sql: "name = ?", arguments: [name])
}
