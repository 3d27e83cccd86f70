extension Venue {
    /// Why it has no table on Resy that day, as far as Resy says so.
    package func absence(on day: CalendarDay) -> String? {
        if isTock { return "This restaurant books on Tock, not on Resy\(tockURL.map { ": \($0)" } ?? ".")" }
        guard let reopens, day < reopens else { return nil }
        return "The restaurant is closed until \(reopens.spoken) (\(reopens.iso))."
    }
}
