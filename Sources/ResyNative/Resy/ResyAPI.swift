internal import ResyDomain

/// Resy's unofficial API as a place to send to: its address, its pace and its clock. Holds no token and no deadline: what
/// it is asked goes through a `ResyCall`.
package final class ResyAPI: Sendable {
    let http: any HTTPClient
    let pacer: any Pacing
    /// What was answered within the last minute.
    let memory = LookMemory()
    /// Nil where nothing is remembered of limits and blocks.
    let stops: Stops?
    let clock: any WallClock
    let baseURL: String
    let profile: [(name: String, value: String)]
    /// Told of each secret before it is sent or once it has arrived.
    let redactor: Redactor
    /// Resy's clock less ours, in seconds, from the last `Date` header seen.
    private let skew = Lock<Double?>(nil)

    package init(
        http: any HTTPClient, pacer: any Pacing, clock: any WallClock, baseURL: String,
        profile: [(name: String, value: String)], redactor: Redactor = Redactor(), stops: Stops? = nil
    ) {
        self.http = http
        self.pacer = pacer
        self.stops = stops
        self.clock = clock
        self.baseURL = baseURL
        self.profile = profile
        self.redactor = redactor
    }

    /// Nil until Resy has answered once; a difference under two minutes counts as none.
    package var serverClockOffset: Double? {
        skew.withLock { $0.map { abs($0) < 120 ? 0 : $0 } }
    }

    /// For one call of ours: with what it identifies itself, and until when it must have answered.
    package func call(_ access: Access, _ context: CallContext) -> ResyCall {
        ResyCall(api: self, access: access, context: context)
    }

    func noteClock(_ head: HTTPHead) {
        guard let date = head.first("date").flatMap({ WireTime.httpDate($0) }) else { return }
        let offset = date.seconds - clock.now.seconds
        skew.withLock { $0 = offset }
    }
}
