internal import ResyDomain

/// One visit to the sign-in page in an open tab, from the address to the token.
///
/// Two things run side by side: the walk looks at the page and acts, and the traffic is listened to. The token, or the
/// reason why there is none, comes from the traffic.
struct SignInVisit: Sendable {
    let tab: BrowserTab
    let login: BrowserLogin
    let settings: Settings
    let clock: any WallClock
    /// When to give up.
    let deadline: Instant
    let progress: @Sendable (Step) -> Void
    let patience: SignInWalk.Patience
    let hosts: ResyHosts
    private let redactor: Redactor
    private let trouble: SignInTrouble
    private let stage = Lock(SignInWalk.Stage.opening)
    /// The form was answered with what cannot be read, at that moment.
    private let misread = Lock<(why: ResyError, at: Instant)?>(nil)
    /// Seconds for the page's next calls to carry a token that was not found in the answer.
    private static let afterMisreading = 5.0

    init(
        tab: BrowserTab, login: BrowserLogin, settings: Settings, clock: any WallClock, deadline: Instant,
        patience: SignInWalk.Patience, redactor: Redactor, progress: @escaping @Sendable (Step) -> Void
    ) {
        self.tab = tab
        self.login = login
        self.settings = settings
        hosts = ResyHosts(webURL: settings.webURL, apiURL: settings.apiURL)
        self.clock = clock
        self.deadline = deadline
        self.progress = progress
        self.patience = patience
        self.redactor = redactor
        trouble = SignInTrouble(settings: settings, redactor: redactor, hasPerson: login.isHeaded)
    }

    /// Throws `ResyError`, `BrowserTurnedAway`, `BrowserError` or `CancellationError`.
    func run() async throws -> SignedIn {
        try await withThrowingTaskGroup(of: SignedIn?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await listen() }
            group.addTask {
                try await walk()
                return nil
            }
            group.addTask {
                try await clock.sleep(seconds: deadline.seconds - clock.now.seconds)
                throw trouble.timedOut(stage.withLock(\.self))
            }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw BrowserError.ended
        }
    }

    // MARK: - Listening

    private func listen() async throws -> SignedIn {
        var traffic = SignInTraffic(hosts)
        for await event in tab.traffic {
            if case .crashed = event { throw BrowserError.crashed }
            for finding in traffic.take(event) {
                guard var signedIn = try await heed(finding) else { continue }
                signedIn.apiKey = traffic.apiKey
                signedIn.cookies = try await refreshCookies()
                redactor.register(cookies: signedIn.cookies)
                return signedIn
            }
        }
        throw BrowserError.ended
    }

    private func heed(_ finding: SignInTraffic.Finding) async throws -> SignedIn? {
        switch finding {
        case .token(let token):
            redactor.register(token, as: .renewed)
            return SignedIn(token: token, cards: [], paymentMethodID: nil)
        case .siteBlocked(let status): throw trouble.blocked(status: status)
        case .unanswered(let reason):
            return try refuse(trouble.unanswered(reason))
        case .answered(let id, let status, let isRenewal):
            // A redirect may have thrown the body away, and a worker's copy of it is empty: the page's next calls carry
            // the token then.
            let body = (try? await tab.body(of: id)) ?? []
            guard !body.isEmpty || status >= 400 else { return nil }
            switch SignInTraffic.judge(status: status, body: body, redactor: redactor, now: clock.now) {
            case .signedIn(let signedIn): return signedIn
            case _ where isRenewal: return nil
            case .challenge: return try refuse(trouble.obstacle(.code, stage.withLock(\.self), nil))
            case .failed(.schema(let path)):
                // A step before the password, such as asking whether the address is known, has no token to give.
                guard stage.withLock(\.self) == .waiting else { return nil }
                let why = APIFailure.schema(path: path).explained(url: settings.webURL)
                misread.withLock { $0 = $0 ?? (why, clock.now) }
                return nil
            case .failed(let failure):
                let length = login.password?.revealBytes().count ?? 0
                return try refuse(trouble.refused(failure, passwordLength: length))
            }
        }
    }

    /// The end of it, unless a person is at the window and may try again.
    private func refuse(_ error: any Error) throws -> SignedIn? {
        guard login.isHeaded else { throw error }
        let why = (error as? BrowserTurnedAway)?.error ?? error as? ResyError
        progress(.inTheWindow(because: why?.finding))
        return nil
    }

    /// What renews the sign-in later; the guard's own cookies stay with the browser they were made for.
    private func refreshCookies() async throws -> [Secret] {
        try await tab.cookies(for: [settings.apiURL, settings.webURL])
            .filter { $0.name.hasSuffix("refresh_token") }.compactMap(\.netscapeLine)
    }

    // MARK: - Walking

    private func walk() async throws {
        progress(.atPage(.opening))
        try await tab.navigate(settings.webURL)
        var walk = SignInWalk(
            hasEmail: login.email != nil, hasPassword: login.password != nil, hasPerson: login.isHeaded,
            patience: patience)
        var mark = ""
        while true {
            let sight = try await look(since: mark)
            mark = sight?.mark ?? mark
            if let (why, at) = misread.withLock(\.self), !login.isHeaded {
                guard clock.now.seconds - at.seconds < Self.afterMisreading else { throw why }
                // The form is not sent again; what the page says of it counts.
                if sight?.has(.password) != false {
                    if let sight, case .end(let ending) = walk.complaint(sight, at: clock.now) {
                        throw trouble.ended(ending, sight)
                    }
                    continue
                }
            }
            guard let sight else { continue }
            let action = walk.next(sight, at: clock.now)
            if walk.stage != stage.withLock(\.self) { progress(.atPage(walk.stage)) }
            stage.withLock { $0 = walk.stage }
            switch action {
            case .look: continue
            case .callPerson(let obstacle): progress(.calling(for: obstacle))
            case .end(let ending): throw trouble.ended(ending, sight)
            default:
                if try await !act(action, on: sight) { walk.didNotTake(action) }
                mark = ""
            }
        }
    }
}
