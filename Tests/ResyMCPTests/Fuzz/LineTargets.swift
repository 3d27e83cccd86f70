import Logging

@testable import ResyNative
@testable import resy_mcp
@testable import ResyDomain

/// Lines of an MCP client, each to a session of its own.
enum LineTargets {
    static let all: [Target] = [
        Target(name: "lines", isLines: true) { bytes in
            var splitter = LineSplitter(limit: 65_536)
            var lines = splitter.append(bytes)
            if let last = splitter.finish() { lines.append(last) }
            let said = Lock(0)
            let session = Session(
                desk: Desk(concierge: Nobody(), link: VenueLinks(base: "https://resy.com"), clock: Still()), log: log,
                send: { message in
                    if message.member("result") != nil { said.withLock { $0 += 1 } }
                })
            // A session that was not opened refuses most of what it is told, so only a fourth of them is not.
            let isOpened = bytes.count % 4 != 3
            let isDone = OwnThread.result { [lines] in
                if isOpened { await session.receive(.text(opening)) }
                said.withLock { $0 = 0 }
                for line in lines { await session.receive(line) }
                await session.finish()
                return true
            }
            return isDone == true && said.withLock { $0 > 0 }
        }
    ]

    private static let opening = Array(
        #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"f","version":"1"}}}"#
            .utf8)
    private static let log = Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }
}

/// It is noon, and no wait ends but by being cancelled: a session's watch of a call would spin in no time at all.
private struct Still: WallClock {
    var now: Instant { Noon().now }

    /// A real sleep that is cancelled leaves its timer behind until it is due.
    func sleep(seconds: Double) async throws {
        let (nothing, source) = AsyncStream<Void>.makeStream()
        for await _ in nothing {}
        source.finish()
        throw CancellationError()
    }
}

/// A concierge that can do nothing, and says so.
struct Nobody: Concierge {
    private static let error = ResyError(.network, .program(.noAnswer), advice: [.program(.tryAgain)])

    func storeCredentials(email: String, password: Secret, context: CallContext) async throws -> SignInOutcome {
        throw Self.error
    }
    func checkAvailability(_ request: AvailabilityRequest, context: CallContext) async throws -> Availability {
        throw Self.error
    }
    func makeReservation(_ request: BookingRequest, context: CallContext) async throws -> BookingOutcome {
        throw Self.error
    }
    func cancelReservation(
        _ request: CancellationRequest, context: CallContext
    ) async throws -> CancellationOutcome {
        throw Self.error
    }
    func changeReservation(_ request: ChangeRequest, context: CallContext) async throws -> ChangeOutcome {
        throw Self.error
    }
    func findTables(_ search: TableSearch, context: CallContext) async throws -> FoundTables { throw Self.error }
    func openDays(_ request: OpenDaysRequest, context: CallContext) async throws -> OpenDays { throw Self.error }
    func reservations(includingPast: Bool, context: CallContext) async throws -> ReservationList { throw Self.error }
    func diary(_ drafts: [DiaryDraft], isWhole: Bool, context: CallContext) async throws -> [DiaryEntry] {
        throw Self.error
    }
    func keepCalendar(_ text: String) async throws -> String { throw Self.error }
    func notify(_ order: NotifyOrder, context: CallContext) async throws -> NotifyOutcome { throw Self.error }
    func watches(_ request: WatchRequest, context: CallContext) async throws -> WatchList { throw Self.error }
    func finish() async {}
}
