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

    /// A member of what it means; of the default export, where nothing but a module's path says what that is.
    func member(_ member: String, ofDefault isDefault: Bool) -> Symbol {
        let isPath = module.utf8.contains(UInt8(ascii: "/"))
        if name.isEmpty, !isPath, !module.isEmpty { return Symbol(module: module + "." + member, name: "") }
        let owner = name.isEmpty && isDefault ? "default" : name
        return Symbol(module: module, name: owner.isEmpty ? member : owner + "." + member)
    }
}
