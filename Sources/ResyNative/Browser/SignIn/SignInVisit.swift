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
    let progress: @Sendable (String) -> Void
    let patience: SignInWalk.Patience
    private let hosts: ResyHosts
    private let stage = Lock(SignInWalk.Stage.opening)
    /// The form was answered with what cannot be read, at that moment.
    private let misread = Lock<(why: ResyError, at: Instant)?>(nil)
    /// Seconds for the page's next calls to carry a token that was not found in the answer.
    private static let afterMisreading = 5.0
    /// More than any page for signing in has, so that one full of frames does not hold it up.
    private static let mostFrames = 6

    init(
        tab: BrowserTab, login: BrowserLogin, settings: Settings, clock: any WallClock, deadline: Instant,
        patience: SignInWalk.Patience, progress: @escaping @Sendable (String) -> Void
    ) {
        self.tab = tab
        self.login = login
        self.settings = settings
        hosts = ResyHosts(webURL: settings.webURL, apiURL: settings.apiURL)
        self.clock = clock
        self.deadline = deadline
        self.progress = progress
        self.patience = patience
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
                throw SignInTrouble.timedOut(stage.withLock(\.self), settings)
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
                return signedIn
            }
        }
        throw BrowserError.ended
    }

    private func heed(_ finding: SignInTraffic.Finding) async throws -> SignedIn? {
        switch finding {
        case .token(let token): return SignedIn(token: token, cards: [], paymentMethodID: nil)
        case .siteBlocked(let status): throw SignInTrouble.blocked(status: status, settings)
        case .unanswered(let reason):
            return try refuse(SignInTrouble.unanswered(reason, settings))
        case .answered(let id, let status, let isRenewal):
            // A redirect may have thrown the body away, and a worker's copy of it is empty: the page's next calls carry
            // the token then.
            let body = (try? await tab.body(of: id)) ?? []
            guard !body.isEmpty || status >= 400 else { return nil }
            switch SignInTraffic.judge(status: status, body: body, now: clock.now) {
            case .signedIn(let signedIn): return signedIn
            case _ where isRenewal: return nil
            case .challenge: return try refuse(SignInTrouble.obstacle(.code, settings, stage.withLock(\.self), nil))
            case .failed(.schema(let path)):
                // A step before the password, such as asking whether the address is known, has no token to give.
                guard stage.withLock(\.self) == .waiting else { return nil }
                let why = APIFailure.schema(path: path).explained(url: settings.webURL)
                misread.withLock { $0 = $0 ?? (why, clock.now) }
                return nil
            case .failed(let failure):
                let length = login.password?.revealBytes().count ?? 0
                return try refuse(SignInTrouble.refused(failure, passwordLength: length, settings))
            }
        }
    }

    /// The end of it, unless a person is at the window and may try again.
    private func refuse(_ error: any Error) throws -> SignedIn? {
        guard login.isHeaded else { throw error }
        let why = (error as? BrowserTurnedAway)?.error ?? error as? ResyError
        progress("\(why.map { $0.message + " " } ?? "")Go on in the window")
        return nil
    }

    /// What renews the sign-in later; the guard's own cookies stay with the browser they were made for.
    private func refreshCookies() async throws -> [Secret] {
        try await tab.cookies(for: [settings.apiURL, settings.webURL])
            .filter { $0.name.hasSuffix("refresh_token") }.compactMap(\.netscapeLine)
    }

    // MARK: - Walking

    private func walk() async throws {
        progress("waiting for the site")
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
                        throw SignInTrouble.ended(ending, settings, sight)
                    }
                    continue
                }
            }
            guard let sight else { continue }
            let action = walk.next(sight, at: clock.now)
            if walk.stage != stage.withLock(\.self) { progress(walk.stage.spoken) }
            stage.withLock { $0 = walk.stage }
            switch action {
            case .look: continue
            case .callPerson(let obstacle): progress(obstacle.call)
            case .end(let ending): throw SignInTrouble.ended(ending, settings, sight)
            default:
                if try await !act(action) { walk.didNotTake(action) }
                mark = ""
            }
        }
    }

    /// Nil where the page is between two documents.
    private func look(since mark: String) async throws -> PageSight? {
        do {
            // What happens in a frame is not noticed from outside of it.
            let marks = mark.split(separator: "+", maxSplits: 1)
            let patience = marks.count > 1 ? 150 : 500
            let script = PageScript.look(since: String(marks.first ?? ""), patience: patience)
            var sight = try PageSight(try await tab.evaluate(script, limit: 10))
            if !sight.frames.isEmpty, !sight.hasChallenge { try await lookIntoFrames(&sight) }
            return sight
        } catch BrowserError.contextGone {
            return nil
        } catch is JSONError {
            return nil
        }
    }

    /// Into those of Resy's own hosts: nobody else is given a password, and a challenge is a person's.
    private func lookIntoFrames(_ sight: inout PageSight) async throws {
        let frames = try await tab.frames { hosts.have($0) && !PageSight.namesChallenge($0) }
        for frame in frames.prefix(Self.mostFrames) {
            do {
                sight.add(
                    try PageSight(try await tab.evaluate(PageScript.look(since: "", patience: 0), in: frame)), of: frame
                )
            } catch is BrowserError {
                continue  // it may be gone again
            } catch is JSONError {
                continue
            }
        }
    }

    /// False where a field did not keep what was typed.
    private func act(_ action: SignInWalk.Action) async throws -> Bool {
        do {
            switch action {
            case .click(let control): try await click(control)
            case .force(let control): _ = try await tab.evaluate(PageScript.press(control), in: control.frame)
            case .fillEmail(let field): return try await fill(field, login.email.map { Secret($0) })
            case .fillPassword(let field): return try await fill(field, login.password)
            case .pressEnter(let field):
                _ = try await tab.evaluate(PageScript.focus(field), in: field.frame)
                try await tab.press(.enter, in: field.frame)
            case .pressEscape: try await tab.press(.escape)
            case .look, .callPerson, .end: break
            }
            return true
        } catch BrowserError.contextGone {
            return true
        }
    }

    private func click(_ control: PageControl) async throws {
        let place = try await tab.evaluate(PageScript.locate(control), in: control.frame)
        guard let x = try? place.optional("x")?.number, let y = try? place.optional("y")?.number else { return }
        guard let frame = control.frame else { return try await tab.click(x: x, y: y) }
        guard let corner = try await tab.corner(of: frame) else { return }
        let script = PageScript.showsFrame(x: corner.x + x, y: corner.y + y)
        if (try? try await tab.evaluate(script).flag) == true {
            try await tab.click(x: corner.x + x, y: corner.y + y)
        } else {
            // From within it cannot be told what lies above the frame.
            _ = try await tab.evaluate(PageScript.press(control), in: frame)
        }
    }

    private func fill(_ field: PageControl, _ text: Secret?) async throws -> Bool {
        let frame = field.frame
        guard let text, try await (try? tab.evaluate(PageScript.focus(field), in: frame).flag) == true else {
            return false
        }
        try await tab.insert(text, in: frame)
        return try await (try? tab.evaluate(PageScript.isFilled(field), in: frame).flag) ?? true
    }
}
