/// A name that may be declared in another file: the module as the import writes it, and the name in it.
public struct Symbol: Hashable, Sendable {
    /// `./routes/users`, `app.routers.users`; empty for a name of the same file.
    public var module: String
    /// The exported name, dotted for members (`UserController.create`); `default` for a default export, empty for the
    /// module itself.
    public var name: String

    public init(module: String = "", name: String) {
        self.module = module
        self.name = name
    }
}
