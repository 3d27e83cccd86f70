internal import ResyDomain

/// What a model is to do with the watches; nil where there is nothing to do.
extension NextStep {
    static func of(_ list: WatchList, now: Instant) -> String? {
        let runs = list.standing.runs(now)
        let install = "The user can run `resy-mcp watch install` in a terminal: nobody looks before."
        switch list.status {
        case .added, .exists:
            return "Tell the user what is watched, and that they get a message and book themselves."
                + (runs ? "" : " \(install)")
        case .listed: return runs || list.watches.isEmpty ? nil : install
        case .removed: return "Tell the user that it is no longer watched."
        }
    }
}
