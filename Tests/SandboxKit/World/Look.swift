/// What was asked since the last look.
package struct Look: Sendable, Equatable {
    package var requests: [Endpoint: Int] = [:]
    /// The most that were under way at once; only what came over a socket.
    package var mostInFlight: [Endpoint: Int] = [:]

    package var total: Int { requests.values.reduce(0, +) }
    package func count(_ endpoint: Endpoint) -> Int { requests[endpoint] ?? 0 }

    var json: JSONValue {
        func object(_ counts: [Endpoint: Int]) -> JSONValue {
            .object(counts.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }.map { .init($0, .int($1)) })
        }
        return ["requests": object(requests), "most_in_flight": object(mostInFlight), "total": .int(total)]
    }
}

extension World {
    func counts(_ mostInFlight: [Endpoint: Int]) -> Look {
        var look = Look(mostInFlight: mostInFlight)
        for request in requests where request.number > lastCounted { look.requests[request.endpoint, default: 0] += 1 }
        return look
    }

    func look(_ mostInFlight: [Endpoint: Int]) -> Look {
        defer { lastCounted = requests.last?.number ?? 0 }
        return counts(mostInFlight)
    }
}
