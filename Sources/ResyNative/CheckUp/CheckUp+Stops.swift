internal import ResyDomain

extension CheckUp {
    func stop(_ group: Breaker.Group) -> Breaker.Stop? {
        Store.breakers(at: home.database, host: settings.apiHost)[group]?.standing(clock.now)
    }

    /// How much of the looking budget is used, and when Resy last had enough.
    func requests() -> [Line] {
        let (today, dayEnds) = LocalTime.day(of: clock.now)
        let turnstile = Store.turnstile(at: home.database, host: settings.apiHost)
        let budget = settings.lookingBudget
        let level = budget.level(turnstile?.level, now: clock.now, today: today)
        let next = budget.nextLook(level, dayEnds: dayEnds)
        let isCounted = settings.pace.upperBound > 0 || budget.isLimited
        let asked = CheckUpRequests(
            today: isCounted ? level.asked : nil, budget: budget, left: Int(level.left),
            nextLook: next > clock.now ? next : nil)
        return [
            .fine(.requests, .asked(asked)),
            .fine(.lastLimit, .lastStop(Store.lastStop(at: home.database, host: settings.apiHost))),
        ]
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
