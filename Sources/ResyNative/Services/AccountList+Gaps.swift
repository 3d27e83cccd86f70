extension AccountList {
    /// What it lacks, a sentence each. `url`: where the account's reservations are shown.
    func gaps(url: String) -> [String] {
        let more: [String] =
            switch rest {
            case .none: []
            case .more: ["Resy says that there are more reservations than it shows, so some are missing here."]
            case .unclear: ["Resy's count of the reservations cannot be read, so some may be missing here."]
            }
        return (unread.isEmpty ? [] : ["\(unreadable) Look at \(url)."]) + more
    }

    /// `One reservation could not be read (RESY-900000002).`
    var unreadable: String {
        let known = unread.compactMap(\.self).map { "RESY-\($0)" }.joined(separator: ", ")
        return "\(unread.count == 1 ? "One reservation" : "\(unread.count) reservations") could not be read"
            + (known.isEmpty ? "." : " (\(known)).")
    }
}
