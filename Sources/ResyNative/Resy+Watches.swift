package import ResyDomain

extension Resy {
    package func watches(_ request: WatchRequest, context: CallContext) async throws -> WatchList {
        try await explaining {
            let call = call(context.on(.search))
            return try await KeepWatches(
                call: call, places: places, store: store, links: links, settings: settings, clock: clock
            ) { [self] in
                try await ListReservations(reception: reception(call)).run(includingPast: false).reservations
            }.run(request)
        }
    }

    /// One pass over the watches that are due. Reads no sign-in and sends none, settles nothing, and books nothing.
    ///
    /// `words`: those of a message; `line` is given each message that is sent, once.
    package func tick(
        context: CallContext, words: @escaping @Sendable (WatchMessage, WatchSink) -> String,
        line: @escaping @Sendable (String) -> Void
    ) async throws -> TickReport {
        let host = settings.apiHost
        let pacer = TickPacer(
            pacer: Pacer(settings, store: store, clock: clock), stops: stops, store: store, host: host, clock: clock)
        // What it meets of limits and blocks is its own: it is not noted where the diner's calls look.
        let api = ResyAPI(
            http: engine, pacer: pacer, clock: clock, baseURL: settings.apiURL, profile: HeaderProfile().headers,
            redactor: redactor)
        var options = CurlEngine.Options()
        options.caBundle = CABundle.path(configured: settings.caBundle)
        // Not traced: the whole address is a secret.
        let post = CurlEngine(options)
        defer { post.stop() }
        let sinks = WatchSinks(
            http: post, address: settings.notifyURL, program: settings.notifyCommand, clock: clock, line: line)
        return try await TickWatches(
            resy: api.call(Access(apiKey: settings.apiKey), context.on(.watch)), pacer: pacer, stops: stops,
            store: store, host: host, sinks: sinks, home: Home(settings.home), clock: clock, words: words
        ).run()
    }
}
