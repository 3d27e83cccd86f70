package import ResyDomain

extension Resy {
    /// Confirmations of the account's tables from that day on, as this home remembers them. Makes no file and asks nobody.
    package func rememberedConfirmations(since day: CalendarDay) -> [String] {
        let stored = (try? credentials.look(AuthManager.platform))?.email
        guard let email = stored ?? settings.email,
            let ids = try? Store.confirmed(
                in: Home(settings.home).database, account: AccountKey.of(email: email), since: day)
        else { return [] }
        return ids.map { "RESY-\($0)" }
    }
}
