package import ResyDomain

/// The use cases, for whoever drives them: a tool of the server, or a person's command line.
package protocol Concierge: Sendable {
    func storeCredentials(email: String, password: Secret, context: CallContext) async throws -> SignInOutcome
    func checkAvailability(_ request: AvailabilityRequest, context: CallContext) async throws -> Availability
    func findTables(_ search: TableSearch, context: CallContext) async throws -> FoundTables
    func openDays(_ request: OpenDaysRequest, context: CallContext) async throws -> OpenDays
    func makeReservation(_ request: BookingRequest, context: CallContext) async throws -> BookingOutcome
    func cancelReservation(_ request: CancellationRequest, context: CallContext) async throws -> CancellationOutcome
    func changeReservation(_ request: ChangeRequest, context: CallContext) async throws -> ChangeOutcome
    func reservations(includingPast: Bool, context: CallContext) async throws -> ReservationList
    func notify(_ order: NotifyOrder, context: CallContext) async throws -> NotifyOutcome
    func diary(_ drafts: [DiaryDraft], isWhole: Bool, context: CallContext) async throws -> [DiaryEntry]
    func keepCalendar(_ text: String) async throws -> String
    func watches(_ request: WatchRequest, context: CallContext) async throws -> WatchList
    /// Waits for what was sent and has no outcome yet, then lets go of connections.
    func finish() async
}

/// All of it, put together from settings: opens nothing and asks nothing until the first call.
///
/// Every method throws `ResyError`, or `CancellationError` when its task is cancelled.
package final class Resy: Concierge {
    package let settings: Settings
    package let credentials: CredentialStore
    package let store: Store
    package let auth: AuthManager
    package let api: ResyAPI
    let engine: CurlEngine
    let redactor: Redactor
    let clock: any WallClock
    let places: PlacesAPI?
    let links: VenueLinks
    let stops: Stops
    private let agreements: Agreements
    private let questions = OpenQuestions()
    private let commitments: Commitments
    /// Settles beside the first call what earlier ones left open; nil before it.
    private let settling = Lock<Task<Void, Never>?>(nil)
    /// Goes on with the wishes that earlier calls left; nil where nobody does.
    private let wishing = Lock<Task<Void, Never>?>(nil)

    /// `trace` takes whole lines of the low-level trace, masked; nil switches it off. `report` takes what the user's log
    /// should say, such as that a file was open to others.
    package init(
        settings: Settings, clock: any WallClock = SystemClock(), browser: any BrowserSignIn = NoBrowser(),
        redactor: Redactor = Redactor(), trace: (@Sendable (String) -> Void)? = nil,
        report: @escaping @Sendable (FileFinding) -> Void = { _ in }
    ) {
        let home = Home(settings.home)
        let store = Store(home: home)
        var options = CurlEngine.Options()
        options.caBundle = CABundle.path(configured: settings.caBundle)
        options.cookieHosts = [settings.apiURL, settings.webURL].compactMap { URLText.host($0) }
        options.redactor = redactor
        options.trace = trace
        let engine = CurlEngine(options)
        let credentials = CredentialStore(home: home, now: { clock.now }, report: report, redactor: redactor)
        let host = settings.apiHost
        let pacer = Pacer(settings, store: store, clock: clock)
        stops = Stops(store: store, clock: clock, host: host)
        let api = ResyAPI(
            http: engine, pacer: pacer, clock: clock, baseURL: settings.apiURL,
            profile: HeaderProfile().headers, redactor: redactor, stops: stops)
        let chosenKey = settings.apiKeyIsChosen ? Secret(settings.apiKey) : nil
        for secret in [settings.password, settings.placesKey, settings.notifyURL, chosenKey].compactMap(\.self) {
            redactor.register(secret, as: .lasting)
        }
        self.settings = settings
        self.redactor = redactor
        self.clock = clock
        self.store = store
        self.engine = engine
        commitments = Commitments(on: engine)
        self.credentials = credentials
        self.api = api
        auth = AuthManager(
            api: api, credentials: credentials, store: store, browser: browser, cookies: engine, settings: settings,
            clock: clock)
        links = VenueLinks(base: settings.webURL)
        places = settings.placesKey.map {
            PlacesAPI(
                http: engine, store: store, clock: clock, baseURL: settings.placesURL, key: $0, redactor: redactor)
        }
        agreements = Agreements(key: { try credentials.key() }, store: store, clock: clock)
    }

    /// Runs the steps of calls where nobody has to be woken to send their requests: on the thread that talks to Resy.
    package var executor: any TaskExecutor { engine }

    package func storeCredentials(
        email: String, password: Secret, context: CallContext
    ) async throws -> SignInOutcome {
        try await storeCredentials(email: email, password: password, isByHand: false, context: context)
    }

    /// `isByHand`: by a person at a terminal.
    package func storeCredentials(
        email: String, password: Secret, isByHand: Bool, context: CallContext
    ) async throws -> SignInOutcome {
        try await explaining {
            let trimmed = email.trimmed
            guard trimmed.contains("@"), !trimmed.contains(where: { $0.isWhitespace }) else {
                throw ResyError(.badRequest, .signIn(.noAddress), advice: [.signIn(.giveAddress)])
            }
            guard !password.isEmpty else {
                throw ResyError(.badRequest, .signIn(.emptyPassword), advice: [.signIn(.givePassword)])
            }
            return try await auth.store(email: trimmed, password: password, isByHand: isByHand, context)
        }
    }

    /// Signs in with a token from elsewhere, such as a browser's.
    package func adopt(token: Secret, context: CallContext) async throws -> SignInOutcome {
        try await explaining { try await auth.adopt(token: token, context) }
    }

    /// Throws where there is none to sign in with; starts nothing.
    package func findBrowser() throws {
        _ = try ChromiumProcess.path(BrowserOptions(settings: settings))
    }

    /// Signs in through a browser; `isHeaded`: in a window, where a person types what is not known here.
    package func signIn(
        throughBrowser login: BrowserLogin, context: CallContext
    ) async throws -> SignInOutcome {
        try await explaining {
            try await auth.signInThroughBrowser(
                email: login.email, password: login.password, isHeaded: login.isHeaded, context)
        }
    }

    /// Has Resy send a code by SMS.
    package func sendCode(to number: PhoneNumber, context: CallContext) async throws {
        try await explaining { try await auth.sendCode(to: number, context) }
    }

    /// Signs in with the code, or says what else Resy wants.
    package func confirm(
        code: Secret, for number: PhoneNumber, context: CallContext
    ) async throws -> CodeOutcome {
        try await explaining { try await auth.confirm(code, for: number, context) }
    }

    package func answer(
        _ challenge: EmailChallenge, email: String, context: CallContext
    ) async throws -> SignInOutcome {
        try await explaining { try await auth.answer(challenge, email: email, context) }
    }

    /// Removes every secret of this home; answers the files that are gone.
    package func signOut() async throws -> [String] {
        try await auth.signOut()
    }

    /// Looks at all that is needed, and changes nothing; each finding comes as soon as it is made.
    package func checkUp(program: String, report: @escaping @Sendable (CheckUp.Line) -> Void) async {
        await CheckUp(settings: settings, credentials: credentials, http: engine, clock: clock, program: program)
            .run(report)
    }

    /// Compares what the service answers with what is assumed of it. Signs nobody in and sends no token; what else it
    /// leaves in the home are the pace and the stops that all calls share.
    package func lookLive(_ wanted: LiveRequest, context: CallContext) async throws -> LiveReport {
        // Nothing stored is sent, but the service was sent it before and may say it back.
        _ = try? credentials.look(AuthManager.platform)
        let tap = Tap(on: engine)
        let live = ResyAPI(
            http: tap, pacer: Pacer(settings, store: store, clock: clock), clock: clock, baseURL: settings.apiURL,
            profile: HeaderProfile(webURL: settings.webURL).headers,
            redactor: redactor, stops: stops)
        var look = LiveLook(resy: live.call(Access(apiKey: settings.apiKey), context), tap: tap, clock: clock)
        var report = try await look.run(wanted)
        if let address = settings.releasesURL, let running = wanted.running {
            report.release = await LatestRelease(http: engine, address: address, running: running).news()
        }
        return report
    }

    /// Asks Resy again although it limited or blocked us; answers the stops that this ended.
    package func resume() async throws -> [Breaker.Group: Breaker.Stop] {
        // Where nothing was ever recorded, nothing is to be made.
        guard (try? Files.facts(Home(settings.home).database)) ?? nil != nil else { return [:] }
        return try await stops.clear()
    }

    package func checkAvailability(
        _ request: AvailabilityRequest, context: CallContext
    ) async throws -> Availability {
        try await explaining {
            try await CheckAvailability(lookout: lookout(context)).run(request)
        }
    }

    package func findTables(_ search: TableSearch, context: CallContext) async throws -> FoundTables {
        try await explaining {
            try await FindTables(lookout: lookout(context.on(.search))).run(search)
        }
    }

    package func openDays(_ request: OpenDaysRequest, context: CallContext) async throws -> OpenDays {
        try await explaining {
            try await ReadOpenDays(lookout: lookout(context.on(.search))).run(request)
        }
    }

    package func makeReservation(_ request: BookingRequest, context: CallContext) async throws -> BookingOutcome {
        try await explaining(.book) {
            try await BookTable(reception: reception(call(context)), places: places).run(request)
        }
    }

    package func cancelReservation(
        _ request: CancellationRequest, context: CallContext
    ) async throws -> CancellationOutcome {
        try await explaining(.cancel) {
            try await CancelReservation(reception: reception(call(context))).run(request)
        }
    }

    package func reservations(includingPast: Bool, context: CallContext) async throws -> ReservationList {
        try await explaining {
            // So that it tells what became of them.
            await wished()
            return try await ListReservations(reception: reception(call(context))).run(includingPast: includingPast)
        }
    }

    func lookout(_ context: CallContext) -> Lookout {
        Lookout(
            call: call(context), places: places, store: store, links: links, clock: clock, usualCity: settings.city)
    }

    func call(_ context: CallContext) -> AccountCall { AccountCall(auth: auth, api: api, context: context) }

    /// One of our own, in the background.
    private func call(within seconds: Double) -> AccountCall {
        call(CallContext(deadline: clock.now.adding(seconds)).on(.deed))
    }

    package func finish() async {
        await wished()
        await commitments.finish()
        await auth.finish()
        settling.withLock { $0?.cancel() }
        await settled()
        engine.stop()
    }

    /// Waits for what settles in the background.
    func settled() async {
        await settling.withLock { $0 }?.value
    }

    /// In the background of the first call: a process that starts asks nobody anything.
    private func settleOnce() {
        settling.withLock { settling in
            guard settling == nil else { return }
            let start = clock.now
            settling = Task(executorPreference: engine, priority: .utility) { [self] in await settle(before: start) }
        }
    }

    private func settle(before start: Instant) async {
        guard let account = try? await auth.accountKey() else { return }
        let ledger = reception(call(within: 50)).ledger(of: account)
        guard let book = try? await ledger.look(), book.entries.contains(where: { $0.isOpen && $0.createdAt <= start }),
            let list = try? await call(within: 50).withAccess({ resy in
                try await resy.reservations(isPaced: false, isBeside: true)
            })
        else { return }
        _ = try? await ledger.open(list.reading(askedAt: start))
        goOnWithWishes()
    }

    func reception(_ call: AccountCall) -> Reception {
        Reception(
            call: call.on(.deed), store: store, agreements: agreements, questions: questions, commitments: commitments,
            links: links, settings: settings, clock: clock)
    }

    /// Waits for what goes on with wishes in the background.
    func wished() async { await wishing.withLock { $0 }?.value }

    /// In the background of every call, one at a time. A home that only reads sends none.
    private func goOnWithWishes() {
        guard !settings.isReadOnly else { return }
        wishing.withLock { wishing in
            guard wishing == nil else { return }
            wishing = Task(executorPreference: engine, priority: .utility) { [self] in
                try? await commitments.run { [self] in
                    await DeliverWish(call: call(within: DeliverWish.limit), store: store, clock: clock).goOn()
                }
                self.wishing.withLock { $0 = nil }
            }
        }
    }

    /// The one place where a failure of Resy's API becomes a public error.
    func explaining<R>(_ deed: Deed? = nil, _ work: () async throws -> R) async throws -> R {
        settleOnce()
        goOnWithWishes()
        func ended(_ error: ResyError) -> ResyError { deed.map { error.undone($0) } ?? error }
        do {
            return try await work()
        } catch APIFailure.stopped(let stop) {
            throw ended(stop.explained(url: links.reservations))
        } catch let failure as APIFailure {
            throw ended(failure.explained())
        } catch let fault as TransportError {
            throw ended(fault.explained())
        } catch let spent as BudgetSpent {
            throw ended(spent.explained)
        } catch let error as ResyError {
            throw ended(error)
        }
    }
}
