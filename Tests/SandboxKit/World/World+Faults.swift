import Foundation

extension World {
    /// The answer of a fault that keeps the endpoint from its work.
    func replacement(for fault: Fault) -> Reply {
        switch fault.name {
        case .status: return .failure(fault.value ?? 503, fault.text ?? "Temporarily unavailable")
        case .page: return .page(fault.value ?? 200, "Just a moment")
        case .blockedPage: return .blockedPage
        case .blockedText: return .serverErrorText
        case .rateLimited, .rateLimitedUntil:
            let seconds = fault.value ?? 30
            var reply = Reply.failure(429, "Rate limit exceeded")
            reply.setHeader(
                "Retry-After",
                fault.name == .rateLimited ? String(seconds) : now.addingTimeInterval(Double(seconds)).httpText)
            return reply
        case .accountGone: return .failure(409, "Account deactivated")
        case .paymentForbidden: return .failure(403, "This venue is not set up to accept payment methods.")
        case .methodNotAllowed: return .failure(405, "Method Not Allowed")
        case .badGatewayBefore: return .page(502, "502 Bad Gateway")
        case .stall:
            var reply = Reply(504, text: "")
            reply.wire.stallMilliseconds = fault.value ?? 60_000
            return reply
        case .garbage:
            var reply = Reply(500, text: "")
            reply.wire.garbage = true
            return reply
        default:
            var reply = Reply(500, text: "")
            reply.wire.reset = true
            return reply
        }
    }

    /// Lets the faults at work on what goes out, and writes the body.
    func finish(_ reply: inout Reply, _ endpoint: Endpoint) {
        replaceOutcome(&reply)
        if var json = reply.json {
            mangle(&json, endpoint)
            reply.body = json.bytes
        }
        for fault in active { spoilBytes(of: &reply, fault) }
        reply.wire.delayMilliseconds += switches.latencyMilliseconds
        for (name, delay) in switches.delays where Endpoint(rawValue: name)?.covers(endpoint) ?? false {
            reply.wire.delayMilliseconds += delay
        }
        let skew = switches.dateSkewSeconds + (activeFault(.dateSkew)?.value ?? 0)
        reply.setHeader("Date", now.addingTimeInterval(Double(skew)).httpText)
        if !endpoint.isPlaces { reply.setHeader("X-CDN", "Imperva") }
    }

    /// The ways in which an outcome does not arrive although the work is done.
    private func replaceOutcome(_ reply: inout Reply) {
        for fault in active {
            switch fault.name {
            case .dropAfterCommit: reply.wire.reset = true
            case .badGatewayAfterCommit: reply = .page(502, "502 Bad Gateway")
            case .pageAfterCommit: reply = .page(fault.value ?? 200, "Just a moment")
            case .emptyAfterCommit: reply = Reply(reply.status, text: "")
            case .statusAfterCommit: reply = .failure(fault.value ?? 429, "Not now")
            case .createdRefusal:
                let status = fault.value ?? 419
                reply = Reply(201, ["status": .int(status), "message": "Unauthorized", "data": [:]])
            case .createdEmpty: reply = Reply(201, text: "")
            case .createdWithoutID: reply.json?["reservation_id"] = nil
            case .createdWithID: reply.json?["reservation_id"] = .int(fault.value ?? 0)
            default: break
            }
        }
    }

    private func mangle(_ json: inout JSONValue, _ endpoint: Endpoint) {
        if switches.omitsOptionalFields || isActive(.omitOptional) { json = json.withoutOptionals(of: endpoint) }
        if isActive(.missingFields) { json = json.withoutRequired(of: endpoint) }
        if switches.extraFields || isActive(.extraFields) { json = json.withExtras }
        if switches.numbersAsStrings || isActive(.numbersAsStrings) { json = json.withNumbersAsStrings }
        if isActive(.wrongTypes) { json = json.withWrongTypes }
        if isActive(.duplicateKeys) { json = json.withDuplicateKeys }
        if let levels = activeFault(.deepNesting)?.value {
            let deep = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
            json["zz_deep"] = .verbatim(deep)
        }
    }

    private func spoilBytes(of reply: inout Reply, _ fault: Fault) {
        switch fault.name {
        case .invalidUTF8:
            // Inside the last string if there is one, so that the text is JSON but for its bytes.
            let place = reply.body.lastIndex(of: UInt8(ascii: "\"")) ?? reply.body.endIndex
            reply.body.insert(contentsOf: [0xC3, 0x28, 0xFF], at: place)
        case .gzipBomb:
            reply.body = GzipBomb.bytes(inflatingTo: fault.value ?? 100_000_000)
            reply.setHeader("Content-Encoding", "gzip")
        case .delay: reply.wire.delayMilliseconds += fault.value ?? 1000
        case .drip:
            reply.wire.dripMilliseconds = fault.value ?? 50
            reply.wire.dripBytes = max(1, reply.body.count / 200)
        case .truncate: reply.wire.cutAfter = fault.value ?? reply.body.count / 2
        case .wrongLength: reply.wire.claimedLength = max(0, reply.body.count + (fault.value ?? 100))
        case .bigBody: reply.wire.padTo = fault.value ?? 100_000_000
        case .halfClose: reply.wire.halfClose = true
        default: break
        }
    }
}
