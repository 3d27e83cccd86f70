internal import Foundation

extension World {
    /// Answers one request: records it, lets faults and the edge have their say, then does the work.
    package func answer(
        method: String, path: String, rawQuery: String, headers: [String: String], body: [UInt8]
    ) -> Reply {
        let endpoint = Endpoint(path: path)
        var request = RecordedRequest(
            number: (requests.last?.number ?? 0) + 1, time: now, received: Date(), method: method, path: path,
            query: FormText.parse(rawQuery), rawQuery: rawQuery, headers: headers,
            body: String(decoding: body, as: UTF8.self), endpoint: endpoint)
        active = takeFaults(for: endpoint)
        defer { active = [] }
        var reply: Reply
        if let fault = active.first(where: { $0.replacesWork }) {
            reply = replacement(for: fault)
        } else {
            if active.contains(where: { $0.name == .tokenExpires }), let token = request.authToken {
                tokens[token] = nil
            }
            reply = endpoint.isPlaces ? places(request) : edge(request) ?? work(request)
        }
        request.status = reply.status
        requests.append(request)
        finish(&reply, endpoint)
        return reply
    }

    /// The faults due at this call. Of those that replace the work only the first is used up.
    private func takeFaults(for endpoint: Endpoint) -> [Fault] {
        var due: [Fault] = []
        var isReplaced = false
        for index in plannedFaults.indices where plannedFaults[index].scope.covers(endpoint) {
            if plannedFaults[index].after > 0 {
                plannedFaults[index].after -= 1
                continue
            }
            let fault = plannedFaults[index].fault
            guard plannedFaults[index].times > 0, !(fault.replacesWork && isReplaced) else { continue }
            isReplaced = isReplaced || fault.replacesWork
            plannedFaults[index].times -= 1
            due.append(fault)
        }
        plannedFaults.removeAll { $0.times <= 0 }
        return due
    }

    /// The checks before any parameter is looked at, in the order in which the real service makes them.
    private func edge(_ request: RecordedRequest) -> Reply? {
        let endpoint = request.endpoint
        if request.method == "OPTIONS" { return Reply(204, text: "") }
        let agent = request.header("user-agent") ?? ""
        if agent.isEmpty || (switches.userAgents == .browser && !agent.hasPrefix("Mozilla/")) {
            return .serverErrorText
        }
        if request.header("authorization") != "ResyAPI api_key=\"\(switches.apiKey)\"" {
            return .failure(switches.wrongKeyStatus, "Unauthorized")
        }
        switch switches.block {
        case .page: return .blockedPage
        case .text: return .serverErrorText
        case .authPage where endpoint.isAuth: return .blockedPage
        case .authText where endpoint.isAuth: return .serverErrorText
        case .authProgramsPage where endpoint.isAuth && !request.isFromPage: return .blockedPage
        case .authProgramsText where endpoint.isAuth && !request.isFromPage: return .serverErrorText
        default: break
        }
        if let reply = limit(request) { return reply }
        if endpoint == .unknown { return .page(404, "Not Found") }
        if !methods(of: endpoint).contains(request.method) { return .failure(405, "Method Not Allowed") }
        if endpoint == .specialRequest, let reply = refuseWish(request) { return reply }
        if request.method == "POST", !endpoint.mediaTypes.isEmpty, !endpoint.mediaTypes.contains(request.mediaType) {
            return endpoint == .book
                ? .failure(switches.bookedJSONStatus, "Invalid book token", data: ["book_token": "invalid"])
                : .failure(400, "Invalid data received.", data: ["content_type": .string(request.mediaType)])
        }
        if endpoint.needsToken, let reply = refuse(request) { return reply }
        return nil
    }

    private func refuseWish(_ request: RecordedRequest) -> Reply? {
        if switches.wishes == .none { return .page(404, "Not Found") }
        let form = "application/x-www-form-urlencoded"
        let taken =
            switch switches.wishes {
            case .form: [form]
            case .json: ["application/json"]
            default: [form, "application/json"]
            }
        guard !taken.contains(request.mediaType) else { return nil }
        guard switches.wishFormatStatus == 400 else {
            return .failure(switches.wishFormatStatus, "Unsupported Media Type")
        }
        return .failure(400, "Invalid data received.", data: ["content_type": .string(request.mediaType)])
    }

    private func methods(of endpoint: Endpoint) -> [String] {
        let choice =
            endpoint == .find ? switches.findMethods : endpoint == .details ? switches.detailsMethods : .both
        return switch choice {
        case .both: endpoint.methods
        case .get: ["GET"]
        case .post: ["POST"]
        }
    }

    private func limit(_ request: RecordedRequest) -> Reply? {
        let endpoint = request.endpoint
        guard Endpoint.reads.covers(endpoint) else { return nil }
        looks[endpoint, default: 0] += 1
        looks[.reads, default: 0] += 1
        let limits: [(Endpoint, Int?)] = [
            (.find, switches.findLimit), (.search, switches.searchLimit), (.reads, switches.looksLimit),
        ]
        // How far beyond the limit that it is furthest beyond.
        let beyond = limits.compactMap { scope, limit in
            scope.covers(endpoint) ? limit.map { (looks[scope] ?? 0) - $0 } : nil
        }
        guard let beyond = beyond.max(), beyond > 0 else { return nil }
        guard beyond <= switches.findLimitWarnings else { return .serverErrorText }
        var reply = Reply.failure(429, "Rate limit exceeded")
        reply.setHeader("Retry-After", "60")
        return reply
    }

    private func work(_ request: RecordedRequest) -> Reply {
        if let answer = beginning.recorded[request.endpoint] { return Reply(200, answer) }
        return switch request.endpoint {
        case .authPassword: passwordLogin(request)
        case .authMobile: mobileLogin(request)
        case .authChallenge: challenge(request)
        case .authRefresh: refresh(request)
        case .user: user(request)
        case .reservations: list(request)
        case .favorites: favorites(request)
        case .notify: notify(request)
        case .search: search(request)
        case .venue: venuePage(request)
        case .config: config(request)
        case .calendar: calendar(request)
        case .find: find(request)
        case .details: details(request)
        case .book: book(request)
        case .cancel: cancel(request)
        case .change: change(request)
        case .specialRequest: specialRequest(request)
        case .locations: locations()
        default: .page(404, "Not Found")
        }
    }

    func isActive(_ name: Fault.Name) -> Bool { active.contains { $0.name == name } }
    func activeFault(_ name: Fault.Name) -> Fault? { active.first { $0.name == name } }
}
