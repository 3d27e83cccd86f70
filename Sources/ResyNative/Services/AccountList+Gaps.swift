internal import ResyDomain

extension AccountList {
    /// What it lacks. `page`: where the account's reservations are shown.
    func gaps(page: String) -> [ListRemark] {
        let more: [ListRemark] =
            switch rest {
            case .none: []
            case .more: [.notAllShown]
            case .unclear: [.countUnread]
            }
        return (unread.isEmpty ? [] : [.unread(unread, page: page)]) + more
    }
}
