/// Follows calls to servers through the functions and clients of other files to the request that is sent in the end.
struct OutgoingResolver: Sendable {
    private let summaries: FileSummaries
    private let resolver: SymbolResolver
    private let names: NameVocabulary
    /// What is set up for clients, by the model that knows them all, or by `file:name`.
    private var adornments: [String: ValueSummary] = [:]
    /// Functions that call functions are followed this far.
    private static let depthLimit = 5
    /// What the calls in wrappers send, whoever calls the wrappers.
    private let passedOn = MemoTable<Step, RequestSummary?>()

    /// An outgoing call of a file, by its index, so many functions away from the call that was asked about.
    private struct Step: Hashable {
        var file: Int
        var call: Int
        var depth: Int
    }

    init(_ summaries: FileSummaries, resolver: SymbolResolver, names: NameVocabulary) {
        self.summaries = summaries
        self.resolver = resolver
        self.names = names
        for file in summaries.indices {
            for adornment in summaries[file].adornments {
                guard let key = key(of: adornment.target, in: file) else { continue }
                adornments[key, default: ValueSummary()].add(adornment.value)
            }
        }
    }

    private func key(of target: ClientAdornment.Target, in file: Int) -> String? {
        switch target {
        case .model(let model): return "model:" + model
        case .local(let name): return "\(file):\(name)"
        case .imported(let symbol):
            return resolver.resolve(symbol, in: file).map { "\($0.file):\(resolver.localName(of: $0))" }
        }
    }

    /// A request, and where it goes.
    struct Resolved {
        var request: RequestSummary
        /// In upper case; nil where it is not known.
        var method: String?
        var path: RequestPath?
    }

    /// The request that a file's outgoing call sends; nil where it turns out to be no such call.
    func resolve(_ index: Int, in file: Int) -> Resolved? {
        guard var request = request(summaries[file].outgoing[index], in: file, depth: 0) else { return nil }
        if let setup = adornments["model:" + request.model] { request.options.add(setup) }
        let path = request.url.flatMap { RequestPath($0, names: names) }
        return Resolved(request: request, method: method(of: request), path: path)
    }

    private func method(of request: RequestSummary) -> String? {
        if let text = request.method.text {
            guard text.parts.count == 1 else { return nil }
            switch text.parts[0] {
            case .text(let name), .hole(let name):
                let method = name.uppercased()
                return Self.methods.contains(method) ? method : nil
            default: return nil
            }
        }
        // Settings that are not known may hold another method.
        if request.method != ValueSummary() || request.options.isOpen || !request.options.parameters.isEmpty {
            return request.method.parameters.isEmpty && !request.method.isOpen && !request.options.isOpen
                && request.options.parameters.isEmpty ? request.defaultMethod : nil
        }
        return request.defaultMethod
    }

    private static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

    // MARK: Functions and clients

    private func request(_ call: OutgoingSummary, in file: Int, depth: Int) -> RequestSummary? {
        guard depth < Self.depthLimit else { return nil }
        switch call.target {
        case .client: return expanded(call.request, in: file)
        case .local(let name): return request(through: name, of: file, call, in: file, depth: depth)
        case .imported(let symbol):
            guard let found = resolver.resolve(symbol, in: file) else { return nil }
            return localNames(found).lazy.compactMap { name in
                self.request(through: name, of: found.file, call, in: file, depth: depth)
                    ?? self.request(byClient: name, of: found.file, call, in: file)
            }.first
        }
    }

    /// What a resolved name may be called in its own file: a member of the module, or of what it exports by default.
    private func localNames(_ found: SymbolResolver.Resolution) -> [String] {
        let own = resolver.localName(of: found)
        guard !found.name.isEmpty, summaries[found.file].exports["default"] != nil else { return [own] }
        return [
            own, resolver.localName(of: SymbolResolver.Resolution(file: found.file, name: "default." + found.name)),
        ]
    }

    private func wrapper(_ name: String, in file: Int) -> WrapperSummary? {
        let wrappers = summaries[file].wrappers
        if wrappers.isEmpty { return nil }
        if let wrapper = wrappers[name] { return wrapper }
        // A method of an instance, or of an object of functions: the only one of that name.
        guard let own = name.memberPart else { return nil }
        let same = wrappers.filter { $0.key == own || $0.key.hasSuffix("." + own) }
        return same.count == 1 ? same.first?.value : nil
    }

    private func request(
        through name: String, of owner: Int, _ call: OutgoingSummary, in file: Int, depth: Int
    ) -> RequestSummary? {
        guard let wrapper = wrapper(name, in: owner) else { return nil }
        let arguments = bound(call.arguments, to: wrapper.parameters, in: file)
        var first: RequestSummary?
        for index in wrapper.calls {
            let step = Step(file: owner, call: index, depth: depth + 1)
            let passed = passedOn.value(of: step) {
                self.request(summaries[owner].outgoing[index], in: owner, depth: step.depth)
            }
            guard var request = passed else { continue }
            request.url = request.url?.substituting(arguments)
            request.method = request.method.substituting(arguments)
            request.options = request.options.substituting(arguments)
            if request.url.flatMap({ RequestPath($0, names: names) }) != nil { return request }
            first = first ?? request
        }
        return first
    }

    /// What a call gives for each parameter.
    private func bound(
        _ arguments: [ArgumentSummary], to parameters: [WrapperSummary.Parameter], in file: Int
    ) -> [Int: ValueSummary] {
        var bound: [Int: ValueSummary] = [:]
        var positional = arguments.filter { $0.label == nil }.map(\.value)[...]
        var labelled = arguments.filter { $0.label != nil }
        for (index, parameter) in parameters.enumerated() {
            if parameter.takesRest {
                bound[index] = positional.isEmpty ? ValueSummary() : .unknown
                positional = []
            } else if parameter.takesKeywords {
                var rest = ValueSummary()
                for argument in labelled {
                    if let label = argument.label, !label.isEmpty {
                        rest.add(ValueSummary.labelled(label, argument.value, names))
                    } else {
                        rest.add(argument.value)
                    }
                }
                bound[index] = expanded(rest, in: file)
            } else if let place = labelled.firstIndex(where: { $0.label == parameter.label }) {
                bound[index] = expanded(labelled.remove(at: place).value, in: file)
            } else if let value = positional.popFirst() {
                bound[index] = expanded(value, in: file)
            } else if let fallback = parameter.fallback {
                bound[index] = fallback
            }
        }
        return bound
    }

    private func request(byClient name: String, of owner: Int, _ call: OutgoingSummary, in file: Int) -> RequestSummary?
    {
        let clients = summaries[owner].clients
        if clients.isEmpty { return nil }
        let member = name.memberPart ?? "()"
        let own = name.memberPart.map { String(name.dropLast($0.count + 1)) } ?? name
        guard var client = clients.first(where: { $0.name == own })?.client else { return nil }
        client.defaults = expanded(client.defaults, in: owner)
        if let setup = adornments["\(owner):\(own)"] { client.defaults.add(setup) }
        let arguments = call.arguments.map { ArgumentSummary(label: $0.label, value: expanded($0.value, in: file)) }
        return client.request(member, arguments, names: names)
    }

    // MARK: Constants of other files

    private func expanded(_ request: RequestSummary, in file: Int) -> RequestSummary {
        var request = request
        request.url = request.url.map { expanded($0, in: file, depth: 0) }
        request.options = expanded(request.options, in: file)
        return request
    }

    private func expanded(_ value: ValueSummary, in file: Int) -> ValueSummary {
        var value = value
        value.text = value.text.map { expanded($0, in: file, depth: 0) }
        for (key, inner) in value.keys where inner.text != nil {
            value.keys[key]?.text = inner.text.map { expanded($0, in: file, depth: 0) }
        }
        return value
    }

    private func expanded(_ text: TextTemplate, in file: Int, depth: Int) -> TextTemplate {
        guard text.parts.contains(where: { if case .constant = $0 { true } else { false } }) else { return text }
        var parts: [TextTemplate.Part] = []
        for part in text.parts {
            guard case .constant(let symbol) = part else {
                TextTemplate.append(part, to: &parts)
                continue
            }
            guard depth < Self.depthLimit, let found = resolver.resolve(symbol, in: file),
                let address = localNames(found).lazy.compactMap({ summaries[found.file].addresses[$0] }).first
            else {
                parts.append(.hole(symbol.display))
                continue
            }
            for inner in expanded(address, in: found.file, depth: depth + 1).parts {
                TextTemplate.append(inner, to: &parts)
            }
        }
        return TextTemplate(parts)
    }
}
