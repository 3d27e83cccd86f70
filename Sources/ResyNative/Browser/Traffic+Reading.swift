extension Traffic {
    /// What an event of the protocol says of the traffic; nothing for most of them, and where a field is missing.
    static func reading(_ event: CDPEvent, session: String) -> [Traffic] {
        let params = event.params
        guard let request = params.text("requestId") else { return [] }
        let id = ID(session: session, request: request)
        switch event.method {
        case "Network.requestWillBeSent":
            var all: [Traffic] = []
            if let redirect = params.optional("redirectResponse") { all += response(id, redirect) }
            if let sent = params.optional("request"), let method = sent.text("method"), let url = sent.text("url") {
                all.append(.request(id, method: method, url: url, headers: headers(sent)))
            }
            return all
        case "Network.requestWillBeSentExtraInfo": return [.requestHeaders(id, headers: headers(params))]
        case "Network.responseReceivedExtraInfo":
            return (try? params["statusCode"].integer).map { [.status(id, $0)] } ?? []
        case "Network.responseReceived": return params.optional("response").map { response(id, $0) } ?? []
        case "Network.loadingFinished": return [.finished(id)]
        case "Network.loadingFailed": return [.failed(id, reason: params.text("errorText") ?? "unknown")]
        default: return []
        }
    }

    private static func response(_ id: ID, _ response: JSON) -> [Traffic] {
        guard let url = response.text("url"), let status = try? response["status"].integer else { return [] }
        return [.response(id, url: url, status: status, mimeType: response.text("mimeType") ?? "")]
    }

    private static func headers(_ holder: JSON) -> [Header] {
        (holder.optional("headers")?.members ?? []).compactMap { name, value in
            (try? value.string).map { (name, Secret($0)) }
        }
    }
}

extension JSON {
    /// The member where it is a string.
    func text(_ key: String) -> String? {
        guard let member = optional(key) else { return nil }
        return try? member.string
    }
}
