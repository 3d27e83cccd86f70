internal import ResyDomain

extension CheckUp {
    func stop(_ group: Breaker.Group) -> Breaker.Stop? {
        Store.breakers(at: home.database, host: settings.apiHost)[group]?.standing(clock.now)
    }

    /// Which calls are held back, and until when; nothing where none are.
    func stopped() -> [Line] {
        let subjects: [(Breaker.Group, CheckUpSubject)] = [
            (.calls, .api), (.signIn, .signIn), (.browser, .browserSignIn),
        ]
        return subjects.compactMap { group, subject in
            guard let stop = stop(group) else { return nil }
            let finding = CheckUpFinding.heldBack(group, stop)
            let advice = CheckUpAdvice.afterStop(group, stop.cause)
            return group == .calls ? .failed(subject, finding, advice) : .doubtful(subject, finding, advice)
        }
    }
}
