internal import ResyDomain

extension CheckUp {
    /// Seconds that the question to Resy may take.
    private static let patience: Double = 15
    /// Seconds by which the clock may be off before anything notices.
    private static let tolerance: Double = 120

    /// One read without a sign-in: any answer of Resy's own proves the way there.
    func api() async -> [Finding] {
        let what = "API"
        let host = URLText.host(settings.apiURL) ?? settings.apiURL
        var request = HTTPRequest(
            .get, settings.apiURL + "/2/config?venue_id=1", headers: HeaderProfile().headers,
            bodyLimit: Endpoint.config.limits.bytes, timeLimit: Self.patience)
        request.headers.append(("Authorization", "ResyAPI api_key=\"\(settings.apiKey)\""))
        let body = BodyBuffer()
        let start = clock.now
        let head: HTTPHead
        do {
            head = try await http.perform(request, into: body)
        } catch let fault as TransportError {
            let explained = fault.explained()
            let way = proxyChoice.map { " A proxy is on the way: \($0.variable) names \($0.place)." } ?? ""
            return [.failed(what, explained.message, explained.hint + way)]
        } catch {
            return [.failed(what, "\(host) was not asked to the end", "Try again.")]
        }
        let milliseconds = Int(((clock.now.seconds - start.seconds) * 1000).rounded())
        let way =
            "\(host) answers in \(milliseconds) ms by \(head.version ?? "HTTP")"
            + (settings.apiURL.hasPrefix("https:") ? " over TLS" : " without TLS")
        return [reading(head, body, what, way), time(head)].compactMap(\.self)
    }

    private func reading(_ head: HTTPHead, _ body: BodyBuffer, _ what: String, _ way: String) -> Finding {
        guard !(200...299).contains(head.status) else { return .fine(what, way) }
        switch APIFailure(endpoint: .config, head: head, body: Array(body.bytes.prefix(65_536)), now: clock.now) {
        case .blocked(let status, _):
            return .failed(
                what, "\(way), but a guard in front of it turns this machine away (HTTP \(status))",
                "Wait a quarter of an hour, or try from a home connection rather than a server. The account is not at fault."
            )
        case .signedOut, .wrongKey:
            return .failed(
                what, "\(way), but refuses the key of this program (HTTP \(head.status))",
                settings.apiKeyIsChosen
                    ? "Correct RESY_API_KEY, or unset it."
                    : "Update resy-mcp, or set RESY_API_KEY to the key of resy.com's pages.")
        case .rateLimited:
            return .doubtful(what, "\(way), and asks for fewer requests", "Wait a quarter of an hour.")
        case .server(let status):
            return .doubtful(what, "\(way), with a fault of its own (HTTP \(status))", "Try again in a minute.")
        default: return .fine(what, way)
        }
    }

    /// Nil where the answer has no date.
    private func time(_ head: HTTPHead) -> Finding? {
        guard let theirs = head.first("date").flatMap({ WireTime.httpDate($0) }) else { return nil }
        let off = clock.now.seconds - theirs.seconds
        // The header counts whole seconds, so a difference of one or two says nothing.
        guard abs(off) > Self.tolerance else { return .fine("clock", "agrees with Resy's") }
        let minutes = Int(min((abs(off) / 60).rounded(), 1e9))
        return .doubtful(
            "clock", "\(minutes) minutes \(off > 0 ? "ahead of" : "behind") Resy's",
            "Let the system set its clock from the network: \"today\" and times left may be wrong.")
    }
}
