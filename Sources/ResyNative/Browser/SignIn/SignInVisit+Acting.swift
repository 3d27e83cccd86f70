internal import ResyDomain

/// What is seen on the page and its frames, and what is done there.
extension SignInVisit {
    /// More than any page for signing in has, so that one full of frames does not hold it up.
    private static let mostFrames = 6

    /// Nil where the page is between two documents.
    func look(since mark: String) async throws -> PageSight? {
        do {
            // What happens in a frame is not noticed from outside of it.
            let marks = mark.split(separator: "+", maxSplits: 1)
            let patience = marks.count > 1 ? 150 : 500
            let script = PageScript.look(since: String(marks.first ?? ""), patience: patience)
            var sight = try PageSight(try await tab.evaluate(script, limit: 10))
            if !sight.frames.isEmpty, !sight.hasChallenge { try await lookIntoFrames(&sight) }
            return sight
        } catch BrowserError.contextGone {
            return nil
        } catch is JSONError {
            return nil
        }
    }

    /// Into those of Resy's own hosts: nobody else is given a password, and a challenge is a person's.
    private func lookIntoFrames(_ sight: inout PageSight) async throws {
        let frames = try await tab.frames { hosts.have($0) && !PageSight.namesChallenge($0) }
        for frame in frames.prefix(Self.mostFrames) {
            do {
                sight.add(
                    try PageSight(try await tab.evaluate(PageScript.look(since: "", patience: 0), in: frame)), of: frame
                )
            } catch is BrowserError {
                continue  // it may be gone again
            } catch is JSONError {
                continue
            }
        }
    }

    /// False where a field did not keep what was typed, or the page is no longer as it was when `sight` was taken.
    func act(_ action: SignInWalk.Action, on sight: PageSight) async throws -> Bool {
        do {
            switch action {
            case .click(let control): return try await click(control, on: sight)
            case .force(let control): _ = try await tab.evaluate(PageScript.press(control), in: control.frame)
            case .fillEmail(let field): return try await fill(field, login.email.map { Secret($0) })
            case .fillPassword(let field): return try await fill(field, login.password)
            case .pressEnter(let field):
                _ = try await tab.evaluate(PageScript.focus(field), in: field.frame)
                try await tab.press(.enter, in: field.frame)
            case .pressEscape: try await tab.press(.escape)
            case .look, .callPerson, .end: break
            }
            return true
        } catch BrowserError.contextGone {
            return true
        }
    }

    private func click(_ control: PageControl, on sight: PageSight) async throws -> Bool {
        let place = try await tab.evaluate(PageScript.locate(control), in: control.frame)
        guard let x = try? place.optional("x")?.number, let y = try? place.optional("y")?.number else { return false }
        // What has come above it since may be the answer to the last press.
        let isCovered = (try? place.optional("covered")?.flag) ?? false
        guard !isCovered || control.isCovered else { return false }
        guard let frame = control.frame else {
            guard (try? place.optional("boxes")?.integer) ?? 0 <= sight.boxes else { return false }
            try await tab.click(x: x, y: y)
            return true
        }
        guard let corner = try await tab.corner(of: frame) else { return false }
        let script = PageScript.showsFrame(x: corner.x + x, y: corner.y + y)
        if (try? await tab.evaluate(script).flag) == true {
            try await tab.click(x: corner.x + x, y: corner.y + y)
        } else {
            // From within it cannot be told what lies above the frame.
            _ = try await tab.evaluate(PageScript.press(control), in: frame)
        }
        return true
    }

    private func fill(_ field: PageControl, _ text: Secret?) async throws -> Bool {
        let frame = field.frame
        guard let text, await (try? tab.evaluate(PageScript.focus(field), in: frame).flag) == true else {
            return false
        }
        try await tab.insert(text, in: frame)
        return await (try? tab.evaluate(PageScript.isFilled(field), in: frame).flag) ?? true
    }
}
