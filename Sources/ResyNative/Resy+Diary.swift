package import ResyDomain

/// Calendars of the account's tables.
extension Resy {
    /// With the version of each, and with tables that were cancelled since. `isWhole`: they are Resy's own, and all.
    package func diary(_ drafts: [DiaryDraft], isWhole: Bool, context: CallContext) async throws -> [DiaryEntry] {
        try await explaining { try await KeepDiary(reception: reception(call(context))).run(drafts, isWhole: isWhole) }
    }

    /// Puts the calendar into the home, for this user alone; answers the file's path.
    package func keepCalendar(_ text: String) async throws -> String {
        try Home(settings.home).keep(Array(text.utf8), as: "reservations.ics")
    }
}
