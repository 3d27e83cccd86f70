internal import ResyDomain
internal import ResyNative

/// The calendar of a list of tables, and where it was put.
struct KeptCalendar: Sendable {
    let text: String
    /// Nil where it could not be put anywhere.
    let path: String?

    /// For clients that do not take an embedded file, it lies in the home as well.
    static func of(
        _ list: ReservationList, by concierge: any Concierge, link: VenueLinks, now: Instant, _ context: CallContext
    ) async throws -> KeptCalendar {
        let text = try await text(of: list, by: concierge, link: link, now: now, context)
        return KeptCalendar(text: text, path: try? await concierge.keepCalendar(text))
    }

    static func of(_ list: ReservationList, at desk: Desk, _ context: CallContext) async throws -> KeptCalendar {
        try await of(list, by: desk.concierge, link: desk.link, now: desk.clock.now, context)
    }

    /// The calendar alone.
    static func text(
        of list: ReservationList, by concierge: any Concierge, link: VenueLinks, now: Instant, _ context: CallContext
    ) async throws -> String {
        let drafts = CalendarText.drafts(list, link: link)
        let entries = try await concierge.diary(drafts, isWhole: list.isSynced, context: context)
        return CalendarText.render(entries, of: list, now: now)
    }

    var told: String { path.map { "Calendar: \($0)" } ?? "The calendar is in this answer alone: it could not be kept." }

    var file: ToolResult.File {
        ToolResult.File(uri: "resy-mcp://calendar/reservations.ics", mediaType: CalendarText.mediaType, text: text)
    }
}
