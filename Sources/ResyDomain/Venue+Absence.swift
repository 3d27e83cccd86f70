extension Venue {
    /// Why it has no table on Resy that day, as far as Resy says so.
    package func absence(on day: CalendarDay) -> String? {
        if isTock { return "This restaurant books on Tock, not on Resy\(tockURL.map { ": \($0)" } ?? ".")" }
        guard let reopens, day < reopens else { return nil }
        return "The restaurant is closed until \(reopens.spoken) (\(reopens.iso))."
    }

    /// That a party of that size is not taken online, and which are.
    package func sizeNote(for party: Int) -> String? {
        guard let smallest = smallestParty, let largest = largestParty,
            !(smallest...max(smallest, largest)).contains(party)
        else { return nil }
        return "Online it takes parties of \(smallest) to \(largest)."
    }
}
