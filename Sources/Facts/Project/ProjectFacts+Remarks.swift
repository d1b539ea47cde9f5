/// What the project adds to the message of a finding that waited for it.
extension ProjectFacts {
    /// A sentence with the facts behind the yes to a question of a file; nil where there is nothing to add.
    public func remark(on question: ProjectQuestion, of path: String) -> String? {
        guard let file = fileIndexes[path] else { return nil }
        switch question {
        case .schemaLacks(let part, let use):
            return schema?.remark(on: part, of: use)
        case .route(let index, let criteria):
            guard criteria.first == nil else { return nil }
            let ways = accesses(file: file, route: index)
            return (ways.first { fulfills($0, criteria) == true } ?? ways.first).flatMap(words).map {
                "The route is \($0)."
            }
        case .isRun(let place, let criteria):
            return remark(onRunning: route(running: place, in: file, criteria), seenFrom: file)
        case .isSentUnchecked(let inputs, let place, let criteria):
            return remark(onRunning: route(sending: inputs, storedAt: place, in: file, criteria), seenFrom: file)
        case .outgoing(let index, let criteria):
            return criteria.route == nil ? nil : remark(onCall: index, in: file)
        case .violatesInferredEnvelope(let body):
            return inferredEnvelope.fault(of: body).map { "By the shape that most error responses here have, \($0)." }
        case .isCalledPerElement(let places):
            return callPerElement(places, of: file).map {
                "The function is called for each element in \(summaries[$0.file].path):\($0.call.line)."
            }
        default: return nil
        }
    }

    private func remark(onRunning route: RunningRoute?, seenFrom file: Int) -> String? {
        guard let route, let words = words(for: route.access) else { return nil }
        return "It runs in \(words)\(place(of: route.route, in: route.file, seenFrom: file))."
    }

    /// The route that a call of the project reaches, and what that asks callers for.
    private func remark(onCall index: Int, in file: Int) -> String? {
        guard let resolved = callers.resolver.resolve(index, in: file), let method = resolved.method,
            let entry = callers.routes(of: resolved, from: file).first, let path = entry.access.path
        else { return nil }
        let place = place(of: entry.route, in: entry.file, seenFrom: file)
        guard case .authenticated(let evidence) = entry.access.verdict else {
            return "The route is \(method) \(path)\(place)."
        }
        return "The route is \(method) \(path)\(place); what guards it: \(evidence)."
    }

    /// `GET /orders/{id}`
    private func words(for access: Access) -> String? {
        access.path.map { path in
            access.methods == ["*"] || access.methods.isEmpty
                ? path : access.methods.joined(separator: ", ") + " " + path
        }
    }

    /// Where a route is registered; nothing where that is the file in question.
    private func place(of route: Int, in file: Int, seenFrom reader: Int) -> String {
        file == reader ? "" : " (\(summaries[file].path):\(summaries[file].routes[route].line))"
    }
}
