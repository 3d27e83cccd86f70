internal import ResyDomain

extension CheckUp {
    /// Seconds that the question to Resy may take.
    private static let patience: Double = 15
    /// Seconds by which the clock may be off before anything notices.
    private static let tolerance: Double = 120

    /// One read without a sign-in: any answer of Resy's own proves the way there.
    func api() async -> [Line] {
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
            guard let proxy = proxyChoice else { return [.failed(.api, fault.explained())] }
            return [
                .failed(.api, fault.explained(), .proxyOnTheWay(variable: proxy.variable, place: proxy.place))
            ]
        } catch {
            return [.failed(.api, .notAskedToTheEnd(host: host), .tryAgain)]
        }
        let way = CheckUpWay(
            host: host, milliseconds: Int(((clock.now.seconds - start.seconds) * 1000).rounded()),
            version: head.version, isEncrypted: settings.apiURL.hasPrefix("https:"))
        return [reading(head, body, way), time(head)].compactMap(\.self)
    }

    private func reading(_ head: HTTPHead, _ body: BodyBuffer, _ way: CheckUpWay) -> Line {
        guard !(200...299).contains(head.status) else { return .fine(.api, .answers(way)) }
        switch APIFailure(endpoint: .config, head: head, body: Array(body.bytes.prefix(65_536)), now: clock.now) {
        case .blocked(let status, _): return .failed(.api, .guarded(way, status: status), .waitOrGoHome)
        case .signedOut, .wrongKey:
            return .failed(
                .api, .refusesKey(way, status: head.status),
                settings.apiKeyIsChosen ? .correctKey : .updateOrSetKey)
        case .rateLimited: return .doubtful(.api, .asksForFewer(way), .waitAQuarter)
        case .server(let status): return .doubtful(.api, .faulty(way, status: status), .tryInAMinute)
        default: return .fine(.api, .answers(way))
        }
    }

    /// Nil where the answer has no date.
    private func time(_ head: HTTPHead) -> Line? {
        guard let theirs = head.first("date").flatMap({ WireTime.httpDate($0) }) else { return nil }
        let off = clock.now.seconds - theirs.seconds
        // The header counts whole seconds, so a difference of one or two says nothing.
        guard abs(off) > Self.tolerance else { return .fine(.clock, .clockAgrees) }
        let minutes = Int(min((abs(off) / 60).rounded(), 1e9))
        return .doubtful(.clock, .clockOff(minutes: minutes, isAhead: off > 0), .setClock)
    }
}
