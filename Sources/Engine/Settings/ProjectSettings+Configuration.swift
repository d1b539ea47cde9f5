import Facts
import Rules

extension ProjectSettings {
    /// What configuration and manifests say of a project.
    /// - Parameters:
    ///   - packages: those that the manifests name.
    ///   - models: to find the packages of the frameworks that the configuration names.
    init(_ configuration: Configuration, packages: Set<String>, models: [ModelFile]) {
        self.init()
        self.packages = packages
        if let frameworks = configuration.frameworks {
            let names = Set(frameworks.map(\.value))
            for model in models where names.contains(model.name) {
                self.packages.formUnion(model.packages.isEmpty ? model.imports : model.packages)
            }
        }
        authenticatingNames = configuration.middleware.map(\.value)
        authenticationHeader = configuration.header.value
        publicRoutes = configuration.publicRoutes.map { route in
            [route.value.method ?? "*", route.value.text.split(separator: " ").last.map(String.init) ?? ""]
                .joined(separator: " ")
        }
        errorEnvelope = EnvelopeContract(configuration.errorEnvelope.value)
        successEnvelope = EnvelopeContract.success(configuration.successEnvelope.value)
        cacheKey = configuration.cacheKey.value
    }
}

extension EnvelopeContract {
    /// The contract of error responses; nil where the project's own majority decides, or there is none.
    init?(_ envelope: Envelope) {
        switch envelope {
        case .preset("flat"): self = .flat
        case .preset("nested"): self = .nested
        case .preset("success"): self = .success
        case .preset("problem"): self = .problem
        case .preset: return nil
        case .custom(let required, let optional, let allowsExtraKeys):
            self.init(
                required.map { Field($0.name, ValueType($0), isRequired: true) }
                    + optional.map { Field($0.name, ValueType($0), isRequired: false) },
                allowsExtraKeys: allowsExtraKeys)
        }
    }

    /// The contract of successful responses.
    static func success(_ envelope: Envelope) -> EnvelopeContract? {
        if case .preset("success") = envelope { return EnvelopeContract([Field("success", .literal(true))]) }
        return EnvelopeContract(envelope)
    }
}

extension EnvelopeContract.ValueType {
    init(_ field: ContractField) {
        switch field.type {
        case .string: self = .string
        case .number: self = .number
        case .boolean: self = .boolean
        case .array: self = .array
        case .any: self = .any
        case .object: self = .object(field.fields.map { EnvelopeContract.Field($0.name, Self($0)) })
        }
    }
}
