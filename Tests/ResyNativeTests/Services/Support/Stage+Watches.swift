@testable import ResyDomain
@testable import ResyNative
@testable import SandboxKit
@testable import resy_mcp

extension Stage {
    func watch(
        _ name: String? = "Example Trattoria", on dates: [String]? = nil, with other: Resy? = nil,
        _ change: (inout WatchRequest) -> Void = { _ in }
    ) async throws -> WatchList {
        var request = WatchRequest(.add, restaurant: name, dates: dates ?? [day(3)])
        change(&request)
        return try await (other ?? resy).watches(request, context: context)
    }

    func watches() async throws -> WatchList { try await resy.watches(WatchRequest(.list), context: context) }

    /// One tick, and the lines that it wrote.
    func tick(with other: Resy? = nil) async throws -> (report: TickReport, lines: [String]) {
        let lines = Lock<[String]>([])
        let link = VenueLinks(base: settings.webURL)
        let report = try await (other ?? resy).tick(
            context: CallContext(deadline: clock.now.adding(150)),
            words: { message, sink in
                let text = WatchMessageText(message: message, link: link, home: .usual)
                return sink == .line ? text.line : text.text
            }, line: { line in lines.withLock { $0.append(line) } })
        return (report, lines.withLock { $0 })
    }

    /// Past the next look of every watch.
    func laterOn() async { await clock.advance(8000) }

    /// All tables but those at these minutes are gone.
    func sellOut(_ venue: Int = 99001) async { await sandbox.changeVenue(venue) { $0.isSoldOut = true } }
    func reopen(_ venue: Int = 99001) async { await sandbox.changeVenue(venue) { $0.isSoldOut = false } }
}
