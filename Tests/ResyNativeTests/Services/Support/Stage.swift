import Foundation
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A diner's machine before a simulated Resy: a home of its own, the whole façade, and a clock that the test moves.
struct Stage: Sendable {
    enum Wire: Sendable { case plain, http2 }

    let sandbox: Sandbox
    let clock: StageClock
    let settings: Settings
    let resy: Resy

    static let email = "sam@example.com"
    static let password = "correct horse battery"
    /// Tuesday 2026-11-10, noon in New York.
    static let start = 1_794_330_000.0
    static let canSpeakTLS = [
        "/usr/sbin/nghttpx", "/usr/bin/nghttpx", "/usr/local/bin/nghttpx", "/opt/homebrew/bin/nghttpx",
    ]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

    var api: ResyAPI { resy.api }
    var home: String { settings.home }
    var now: Instant { clock.now }
    /// Fifty seconds, as a tool's call has.
    var context: CallContext { CallContext(deadline: clock.now.adding(50)) }

    /// Another process of the same home and machine: a façade of its own.
    func another(_ change: (inout Settings) -> Void = { _ in }) -> Resy {
        var settings = settings
        change(&settings)
        return Resy(settings: settings, clock: clock)
    }

    /// An ISO day so many days from today in New York.
    func day(_ ahead: Int) -> String {
        CalendarDay(daysSince1970: Int(Stage.start / 86_400) + ahead).iso
    }

    func slot(_ venue: Int, _ ahead: Int, _ minutes: Int, _ seating: String) -> SlotKey {
        SlotKey(venue: venue, day: day(ahead), minutes: minutes, seating: seating)
    }

    // MARK: - Calls

    func check(
        _ name: String = "Example Trattoria", _ ahead: Int = 3, date: String? = nil, time: String? = nil,
        party: Int = 2,
        within: Int = 60, location: String? = nil, _ change: (inout AvailabilityRequest) -> Void = { _ in }
    ) async throws -> Availability {
        var request = AvailabilityRequest(
            restaurant: name, date: date ?? day(ahead), party: party, preferredTime: time, flexibility: within,
            location: location)
        change(&request)
        return try await resy.checkAvailability(request, context: context)
    }

    func book(
        _ name: String = "Example Trattoria", _ ahead: Int = 3, time: String = "19:00", party: Int = 2,
        with other: Resy? = nil,
        _ change: (inout BookingRequest) -> Void = { _ in }
    ) async throws -> BookingOutcome {
        var request = BookingRequest(restaurant: name, date: day(ahead), time: time, party: party)
        change(&request)
        return try await (other ?? resy).makeReservation(request, context: context)
    }

    func cancel(
        _ name: String? = nil, id: String? = nil, on date: String? = nil, token: String? = nil, with other: Resy? = nil
    ) async throws -> CancellationOutcome {
        try await (other ?? resy).cancelReservation(
            CancellationRequest(restaurant: name, confirmationID: id, date: date, confirmToken: token), context: context
        )
    }

    func list(past: Bool = false, with other: Resy? = nil) async throws -> ReservationList {
        try await (other ?? resy).reservations(includingPast: past, context: context)
    }

    func store(password: String = Stage.password, email: String = Stage.email) async throws -> SignInOutcome {
        try await resy.storeCredentials(email: email, password: Secret(password), context: context)
    }

    /// How often Resy was asked.
    func count(_ endpoint: SandboxKit.Endpoint) async -> Int { await sandbox.requests(to: endpoint).count }

    /// Puts a token in place that was obtained an hour ago.
    func signIn(_ email: String = Stage.email, obtained ago: Double = 3600) async throws {
        let token = await sandbox.signIn(email) ?? ""
        try await resy.credentials.save(
            AuthManager.platform,
            Credentials(
                email: email, password: Secret(Stage.password), authToken: Secret(token),
                tokenObtainedAt: clock.now.adding(-ago), isVerified: true))
    }
}

/// Runs a play on a stage and clears it away.
func onStage(
    over wire: Stage.Wire = .plain, signedIn: Bool = true, as email: String = Stage.email,
    settings change: @Sendable (inout Settings) -> Void = { _ in },
    _ play: (Stage) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stage-\(UUID().uuidString)").path
    let sandbox = try await Sandbox.start()
    await sandbox.setNow(Date(timeIntervalSince1970: Stage.start))
    var settings = Settings(home: folder)
    settings.apiURL = sandbox.baseURL
    settings.placesURL = sandbox.baseURL
    settings.pace = 0...0
    settings.budget = 0
    var front: SandboxKit.TLSFront?
    if wire == .http2 {
        let started = try await SandboxKit.TLSFront.start(before: sandbox.port)
        settings.apiURL = started.url
        settings.caBundle = started.caFile
        front = started
    }
    change(&settings)
    let clock = StageClock(start: Stage.start, sandbox: sandbox)
    let stage = Stage(sandbox: sandbox, clock: clock, settings: settings, resy: Resy(settings: settings, clock: clock))
    let result: Result<Void, any Error>
    do {
        if signedIn { try await stage.signIn(email) }
        result = .success(try await play(stage))
    } catch {
        result = .failure(error)
    }
    await stage.resy.finish()
    front?.stop()
    await sandbox.stop()
    try? FileManager.default.removeItem(atPath: folder)
    try result.get()
}

/// The public error that work ends with; nil when it ends well.
func failure<R>(of work: () async throws -> R) async -> ResyError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? ResyError
            ?? ResyError(ResyError.Code(name: "foreign"), .program(.unexpected(type: "\(error)")))
    }
}
