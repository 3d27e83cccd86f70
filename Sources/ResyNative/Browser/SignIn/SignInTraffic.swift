internal import ResyDomain

/// What a page's own calls to Resy tell of a sign-in: the application's key, the token, and how Resy answered.
///
/// Headers of one call may come in two events, in either order.
struct SignInTraffic {
    enum Finding {
        /// A call that Resy will take for a signed-in one carried it.
        case token(Secret)
        /// The form, or the site's own renewal, was answered: the body tells the rest.
        case answered(Traffic.ID, status: Int, isRenewal: Bool)
        /// The form was sent and no answer came through.
        case unanswered(reason: String)
        /// A guard answered in place of the site.
        case siteBlocked(status: Int)
    }

    /// The key of the site's pages, once one of its calls was seen.
    private(set) var apiKey: String?

    private let hosts: ResyHosts
    private var calls: [Traffic.ID: Call] = [:]
    private var early: [Traffic.ID: [(name: String, value: Secret)]] = [:]
    private var hasPage = false

    private struct Call {
        var isSignIn = false
        var isRenewal = false
        var status: Int?
    }

    init(_ hosts: ResyHosts) { self.hosts = hosts }

    mutating func take(_ event: Traffic) -> [Finding] {
        switch event {
        case .request(let id, let method, let url, let headers):
            // A preflight has the same address and says nothing.
            guard method != "OPTIONS", hosts.have(url) else { return [] }
            calls[id] = Call(isSignIn: Self.isSignIn(url, method), isRenewal: Self.path(url).hasSuffix("/auth/refresh"))
            return read(headers + (early.removeValue(forKey: id) ?? []))
        case .requestHeaders(let id, let headers):
            if calls[id] != nil { return read(headers) }
            // As many as a page has under way, and no more.
            if early.count < 500 { early[id] = headers }
            return []
        case .response(let id, let url, let status, let mimeType):
            calls[id]?.status = status
            return page(url, status, mimeType)
        case .status(let id, let status):
            calls[id]?.status = status
            return []
        case .finished(let id):
            guard let call = calls.removeValue(forKey: id), call.isSignIn || call.isRenewal, let status = call.status
            else { return [] }
            return [.answered(id, status: status, isRenewal: call.isRenewal)]
        case .failed(let id, let reason):
            guard let call = calls.removeValue(forKey: id), call.isSignIn else { return [] }
            // Answers without leave for other origins are kept from the page; their status tells all the same.
            if let status = call.status, status >= 400 { return [.answered(id, status: status, isRenewal: false)] }
            return [.unanswered(reason: reason)]
        case .frameAttached, .crashed: return []
        }
    }

    private mutating func read(_ headers: [(name: String, value: Secret)]) -> [Finding] {
        var found: [Finding] = []
        for (name, value) in headers {
            switch name.lowercased() {
            case "authorization":
                let parts = value.reveal().split(separator: "\"", omittingEmptySubsequences: false)
                if parts.count == 3, parts[0].hasPrefix("ResyAPI api_key="), !parts[1].isEmpty {
                    apiKey = String(parts[1])
                }
            case "x-resy-auth-token" where TokenForm.isPlausible(value): found.append(.token(value))
            default: break
            }
        }
        return found
    }

    /// The first page that comes is the site or its guard.
    private mutating func page(_ url: String, _ status: Int, _ mimeType: String) -> [Finding] {
        guard !hasPage, mimeType == "text/html", URLText.host(url) == hosts.site, !(300..<400).contains(status) else {
            return []
        }
        hasPage = true
        return [403, 429].contains(status) || status >= 500 ? [.siteBlocked(status: status)] : []
    }

    private static func isSignIn(_ url: String, _ method: String) -> Bool {
        method == "POST" && path(url).contains("/auth/") && !path(url).hasSuffix("/auth/refresh")
    }

    private static func path(_ url: String) -> Substring {
        guard let start = url.firstRange(of: "://")?.upperBound else { return "" }
        let rest = url[start...]
        return rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...].prefix { $0 != "?" && $0 != "#" }
    }
}

extension SignInTraffic {
    /// What Resy answered to the form.
    enum Verdict {
        case signedIn(SignedIn)
        /// Right so far, and more is wanted of the person: a code, an address.
        case challenge
        case failed(APIFailure)
    }

    static func judge(
        status: Int, body: [UInt8], redactor: Redactor = Redactor(), now: Instant
    ) -> Verdict {
        guard (200..<300).contains(status) else {
            let head = HTTPHead(status: status, headers: [])
            return .failed(APIFailure(endpoint: .signIn, head: head, body: body, redactor: redactor, now: now))
        }
        do {
            let answer = try JSON(parsing: body, limits: Endpoint.signIn.limits)
            redactor.register(tokensOf: answer)
            if ProofWanted.isWanted(by: answer) { return .challenge }
            return .signedIn(try SignedIn(answer))
        } catch {
            return .failed(APIFailure(error))
        }
    }
}
