/// An HTTP client: how it is called, and what it adds to each request.
public struct HTTPClient: Hashable, Sendable {
    /// How one of its methods takes a request.
    public struct Convention: Hashable, Sendable {
        /// In upper case, where the method of the client says it.
        public var method: String?
        /// Positions among the arguments that have no label.
        public var methodPlace: Int?
        public var urlPlace: Int?
        /// Labels under which the URL, or a request made before, is given.
        public var urlLabels: [String] = []
        public var optionsPlace: Int?
    }

    public var model: String
    /// By the name of the client's method; `()` for a call of the client itself.
    public var conventions: [String: Convention]
    /// Headers and settings that go with every request, the base URL among them.
    public var defaults = ValueSummary()
    public var cookies = CookieHandling.never

    /// The request that a call of one of its methods makes; nil where it is none of those that send.
    func request(_ member: String, _ arguments: [ArgumentSummary], names: NameVocabulary) -> RequestSummary? {
        guard let convention = conventions[member] else { return nil }
        var request = RequestSummary(model: model, cookies: cookies)
        let positional = arguments.filter { $0.label == nil }.map(\.value)
        func value(at place: Int?) -> ValueSummary? {
            place.flatMap { positional.indices.contains($0) ? positional[$0] : nil }
        }
        request.options = value(at: convention.optionsPlace) ?? ValueSummary()
        for argument in arguments {
            guard let label = argument.label else { continue }
            if label.isEmpty {
                request.options.add(argument.value)
            } else if !convention.urlLabels.contains(label) {
                request.options.add(ValueSummary.labelled(label, argument.value, names))
            }
        }
        let labelled = arguments.first { $0.label.map(convention.urlLabels.contains) ?? false }
        let target = labelled?.value ?? value(at: convention.urlPlace)
        if let target, target.text == nil { request.options.add(target) }
        var url = target?.text
        if url == nil, let target, let parameter = target.parameters.first, target.keys.isEmpty {
            url = TextTemplate([.parameter(parameter)])
        }
        url = url ?? request.options.value(.urlOption, names)?.template
        request.defaultMethod = request.options.keys[RequestSummary.defaultMethodKey]?.text?.constant ?? "GET"
        request.method = ValueSummary(text: convention.method.map { TextTemplate([.text($0)]) })
        if convention.method == nil {
            request.method =
                value(at: convention.methodPlace) ?? request.options.value(.methodOption, names)
                ?? ValueSummary(
                    parameters: request.options.parameters.map {
                        ParameterUse(index: $0.index, keys: $0.keys + ["method"], name: "method")
                    })
        }
        if let base = defaults.value(.baseOption, names) {
            request.url = base.template.flatMap { base in url.map { TextTemplate.joined(base, $0) } }
        } else {
            request.url = url
        }
        request.options.add(defaults)
        return request
    }
}

extension ValueSummary {
    /// An object with one key, which may say by its name that it proves who the caller is.
    static func labelled(_ label: String, _ value: ValueSummary, _ names: NameVocabulary) -> ValueSummary {
        ValueSummary(keys: [label: value], evidence: names.holds(.sentProof, label) ? label : nil)
    }

    /// What stands under the key of that meaning.
    func value(_ meaning: NameVocabulary.Meaning, _ names: NameVocabulary) -> ValueSummary? {
        var found: ValueSummary?
        for key in keys.keys.sorted() where names.holds(meaning, key) {
            guard let value = keys[key] else { continue }
            if found == nil { found = value } else { found?.add(value) }
        }
        return found
    }

    /// The text that it is or that a parameter gives.
    var template: TextTemplate? {
        text ?? parameters.first.map { TextTemplate([.parameter($0)]) }
    }
}
