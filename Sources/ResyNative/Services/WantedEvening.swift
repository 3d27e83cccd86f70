/// The day and time that a diner's words mean at one restaurant.
struct WantedEvening: Sendable {
    var day: CalendarDay
    var time: TimeOfDay?

    /// Throws `bad_request` with the words, today's date there, and what would be understood.
    static func read(
        date: String, time: String?, at venue: Venue, now: Instant
    ) throws -> WantedEvening {
        let today = venue.today(now)
        do {
            let day = try DateText.parse(date, today: today)
            let wanted = try time.flatMap { $0.isBlank ? nil : $0 }.map { words in try TimeText.parse(words) }
            return WantedEvening(day: day, time: wanted)
        } catch let error as DateTextError {
            throw ResyError(.badRequest, error.message, hint: error.hint)
        } catch let error as TimeTextError {
            throw ResyError(.badRequest, error.message, hint: error.hint)
        }
    }

    /// `7:00` is the morning; when only the evening has a table, that is said. `words` are the diner's.
    func morningNote(_ slots: [Slot], _ words: String) -> String? {
        guard let time, time.hour < 12, !words.lowercased().contains("m"),
            let evening = TimeOfDay(hour: time.hour + 12, minute: time.minute),
            !slots.contains(where: { $0.time == time }), slots.contains(where: { $0.time == evening && $0.isBookable })
        else { return nil }
        return "\(time.clock) was read as \(time.spoken); there is a table at \(evening.spoken)."
    }
}

extension String {
    var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" || $0.isNewline } }
}
