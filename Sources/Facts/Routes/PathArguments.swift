/// A parameter of a function that registers routes, or of the constructor of a class whose objects do.
public struct PathParameter: Hashable, Sendable {
    public var name: String
    /// What calls write before it.
    public var label: String?
    /// The text that it has where nothing is given.
    public var fallback: String?
}

/// The texts that a call gives a function that registers routes, or a class whose objects do.
public struct PathArguments: Hashable, Sendable {
    /// By position, from 0; nil for what is no text.
    public var unlabelled: [String?] = []
    public var labelled: [String: String] = [:]
    /// Whether it makes an object.
    public var isConstruction = false

    /// What each parameter is given, by its name.
    func texts(for parameters: [PathParameter]) -> [String: String] {
        var texts = labelled
        for (position, parameter) in parameters.enumerated() {
            let given = unlabelled.indices.contains(position) ? unlabelled[position] : nil
            let text = given ?? labelled[parameter.label ?? parameter.name] ?? labelled[parameter.name]
            if let text = text ?? (unlabelled.count > position ? nil : parameter.fallback) {
                texts[parameter.name] = text
            }
        }
        return texts
    }
}

extension Router {
    /// What a mount gives the parameters of the function or class that has the router.
    func given(by mount: Mount) -> [String: String] {
        guard let arguments = mount.pathArguments else { return [:] }
        return arguments.texts(for: arguments.isConstruction ? constructorParameters : parameters)
    }
}

/// A part of each element of a list that is written elsewhere: `route.router` in
/// `routes.forEach(route => app.use(route.path, route.router))`.
public struct ListedMember: Hashable, Sendable {
    /// The name of the part; empty for the whole element.
    public var name: String
    /// The list, where it is imported.
    public var list: Symbol?
    /// The function or class that is given the list, where it is not; under which name, and at which place of its arguments
    /// where that is certain.
    public var taker: String?
    public var parameter = ""
    public var position: Int?

    /// Whether what is given the function or class stands for the list.
    func isGiven(by taker: ListTaker) -> Bool {
        if let key = taker.key { return key == parameter }
        return position == nil || taker.position == nil || position == taker.position
    }
}

/// What a call gives a list to: the function or class, and the place among its arguments or the key in an object of them.
public struct ListTaker: Hashable, Sendable {
    public var symbol: Symbol
    public var position: Int?
    public var key: String?
}

/// A list of what holds routers, by which other code mounts them: `[new UserRoutes(), new TeamRoutes()]`,
/// `[{ path: "/users", route: users }]`.
public struct RouterList: Hashable, Sendable {
    /// What it is called at the top of the file.
    public var name: String?
    /// The functions, methods and classes that are given it.
    public var takers: [ListTaker] = []
    public var elements: [RouterListElement] = []
}

/// One element of such a list.
public struct RouterListElement: Hashable, Sendable {
    /// What it is itself: a router, or a class of which it is an object.
    public var symbol: Symbol?
    public var isObject = false
    /// Its parts that are routers of other files, by name.
    public var members: [String: Symbol] = [:]
    /// Its parts that are texts.
    public var texts: [String: String] = [:]
    /// What is given where it is made.
    public var arguments: PathArguments?
}
