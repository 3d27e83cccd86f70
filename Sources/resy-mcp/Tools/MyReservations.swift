internal import ResyDomain
internal import ResyNative

extension Tool {
    static let myReservations = Tool(
        name: "my_reservations",
        title: "My reservations",
        description: """
            Show my upcoming restaurant reservations (booked tables) on Resy, wherever they were booked: restaurant, \
            date, time, party size, confirmation_id, what cancelling costs, and until when each is free to cancel. Use it \
            before cancel_reservation, and after any reply whose outcome is unknown. Changes nothing. synced false: Resy \
            did not answer, and the list is this computer's own record.
            """,
        readOnlyDescription: """
            Show my upcoming restaurant reservations (booked tables) on Resy, wherever they were booked: restaurant, \
            date, time, party size, confirmation_id, what cancelling costs, and until when each is free to cancel. \
            Changes nothing. synced false: Resy did not answer, and the list is this computer's own record.
            """,
        inputSchema: Schema.input([
            "include_past": Schema.flag("Also past and cancelled reservations", default: false),
            "calendar": Schema.flag("Also as iCalendar file", default: false),
        ]),
        outputSchema: Schema.result(
            [
                "reservations": Schema.list(Schema.reservation),
                "synced": Schema.described(Schema.yesOrNo, "whether Resy answered"),
                "deadlines": Schema.list(
                    Schema.result(["confirmation_id": Schema.string, "free_until": Schema.moment])),
                "calendar_file": Schema.described(Schema.string, "path here"),
                "note": Schema.texts, "next_step": Schema.string,
            ], optional: ["calendar_file", "note", "next_step"]),
        hints: Hints(isReadOnly: true, isIdempotent: true),
        overdue: .read,
        run: { arguments, desk, context in
            let includesPast = try arguments.flag("include_past", default: false)
            _ = try arguments.flag("calendar", default: false)
            let list = try await desk.concierge.reservations(includingPast: includesPast, context: context)
            let (now, next) = (desk.clock.now, NextStep.of(list))
            let calendar =
                try arguments.flag("calendar", default: false) ? await KeptCalendar.of(list, at: desk, context) : nil
            let text = ReservationText.render(
                list, includesPast: includesPast, link: desk.link, now: now, in: desk.voice)
            return ToolResult(
                text: text + (calendar.map { "\n" + $0.told } ?? ""),
                structured: ReservationJSON.render(
                    list, link: desk.link, calendar: calendar, nextStep: next, now: now, in: desk.voice),
                nextStep: next, file: calendar?.file)
        })
}
