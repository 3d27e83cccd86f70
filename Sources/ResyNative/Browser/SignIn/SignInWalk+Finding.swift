internal import ResyDomain

/// From the site's first page to the form: what is pressed, and what is put out of the way for it.
extension SignInWalk {
    func findForm(_ sight: PageSight, _ landmarks: PageLandmarks, _ now: Instant) -> Wanted {
        let entry = sight.first(.logIn) { $0.dialog == nil }
        let hasOpened = beforeOpening.map { landmarks.hasMoreBoxes(than: $0) } ?? false
        func hasCome(_ control: PageControl) -> Bool {
            !hasOpened && (beforeOpening.map { landmarks.hasMore(of: control, than: $0) } ?? false)
        }
        // Some sites ask for the address first and for the password on the next page. Where there is a sign-in to open,
        // a box that came by itself asks for another reason.
        let email = sight.first(.email) { field in
            field.dialog == nil
                ? sight.isSignInPage || hasCome(field) : entry == nil || beforeOpening != nil
        }
        if let button = sight.first(.usePassword), !isDone(.choosing, button, orElse: email) {
            return press(button, .choosing, sight)
        }
        if let email {
            if canFillEmail { return .step(.email, .fillEmail(email)) }
            guard let button = sight.submit(near: email) ?? sight.first(.useEmail, { $0.dialog == email.dialog }) else {
                return .look
            }
            return press(button, .handingOverEmail, sight)
        }
        if let button = sight.first(.useEmail) { return press(button, .choosing, sight) }
        // The phone number stands there: the sign-in is open already.
        if sight.first(.phone, { $0.dialog != nil || hasCome($0) }) != nil { return .look }
        return open(entry, hasOpened: hasOpened, sight, now)
    }

    /// It was chosen, and what it leads to stands there.
    private func isDone(_ purpose: Purpose, _ button: PageControl, orElse email: PageControl?) -> Bool {
        email != nil && taken.count(Step(purpose: purpose, action: .click(button))) > 0
    }

    private func open(
        _ entry: PageControl?, hasOpened: Bool, _ sight: PageSight, _ now: Instant
    ) -> Wanted {
        guard let button = entry ?? sight.first(.menu, { $0.dialog == nil }) else { return .look }
        // What lies above may be the sign-in, of which nothing has come yet: no second one is opened over it.
        if hasOpened || (button.isCovered && sight.frames.contains(where: \.isInDialog)) {
            guard button.isCovered, quietSeconds(now) >= patience.box else { return .look }
        }
        return press(button, entry == nil ? .menu : .opening, sight)
    }

    func press(_ button: PageControl, _ purpose: Purpose, _ sight: PageSight) -> Wanted {
        button.isCovered ? uncover(button, purpose, sight) : .step(purpose, .click(button))
    }

    /// The least costly way to put away what lies above; a box that cannot be closed is reached around.
    private func uncover(_ control: PageControl, _ purpose: Purpose, _ sight: PageSight) -> Wanted {
        let ways = sight.controls.compactMap { button in
            button.dismissalRank.map { (rank: $0 + (button.isInNotice ? 0 : 100), button: button) }
        }
        let usable = ways.filter {
            !$0.button.isCovered && ($0.button.isInNotice || $0.button.dialog != control.dialog)
        }
        let escape = Step(purpose: purpose, action: .pressEscape, isClearing: true)
        if let way = usable.min(by: { $0.rank < $1.rank }) {
            let step = Step(purpose: purpose, action: .click(way.button), isClearing: true)
            if !taken.isWornOut(step) { return .step(step) }
        }
        return taken.isWornOut(escape) ? .step(purpose, .force(control)) : .step(escape)
    }
}
