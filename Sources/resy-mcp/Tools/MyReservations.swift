internal import ResyDomain
internal import ResyNative

extension Tool {
    static let myReservations = Tool(
        name: "my_reservations",
        title: "My reservations",
        description: """
            Show my upcoming restaurant reservations (booked tables) on Resy, wherever they were booked. \
            Returns restaurant, date, time, party size, confirmation_id and until when each can be cancelled free of \
            charge. Use it before cancel_reservation, and after any reply whose outcome is unknown. Changes nothing. \
            synced false means that Resy did not answer and the list is what was known before.
            """,
        inputSchema: Schema.input([
            "include_past": Schema.flag("Also past and cancelled reservations", default: false)
        ]),
        outputSchema: Schema.result(
            [
                "reservations": Schema.list(Schema.reservation),
                "synced": Schema.described(Schema.yesOrNo, "whether Resy answered"), "note": Schema.note,
            ], optional: ["note"]),
        hints: Hints(isReadOnly: true, isIdempotent: true),
        overdue: .read,
        run: { arguments, desk, context in
            let includesPast = try arguments.flag("include_past", default: false)
            let list = try await desk.concierge.reservations(includingPast: includesPast, context: context)
            return ToolResult(
                text: ReservationText.render(list, includesPast: includesPast, link: desk.link, now: desk.clock.now),
                structured: ReservationJSON.render(list, link: desk.link))
        })
}
