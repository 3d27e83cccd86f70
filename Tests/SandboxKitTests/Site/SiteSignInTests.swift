import Testing

@testable import SandboxKit

/// What the API does differently for the sake of the site.
@Suite(.timeLimit(.minutes(1))) struct SiteSignInTests {
    private let form = [("email", "sam@example.com"), ("password", "correct horse battery")]

    private func answer(_ world: World, isPage: Bool, _ path: String, _ form: [(String, String)]) async -> Reply {
        var headers = await Diner(world, signedIn: false).headers("application/x-www-form-urlencoded")
        if isPage { headers["x-sandbox-page"] = "1" }
        return await world.answer(
            method: "POST", path: path, rawQuery: "", headers: headers, body: Array(FormText.write(form).utf8))
    }

    @Test func programsAreBlockedWhereThePageIsNot() async {
        let world = World()
        for (block, status) in [(Switches.Block.authProgramsPage, 403), (.authProgramsText, 500)] {
            await world.change { $0.block = block }
            #expect(await answer(world, isPage: false, "/3/auth/password", form).status == status)
            #expect(await answer(world, isPage: true, "/3/auth/password", form).status == 200)
            #expect(await Diner(world).get("/2/user").status == 200)
        }
        #expect(await world.requests.filter(\.isFromPage).count == 2)
    }

    @Test func onlyThePagesLoginStalls() async {
        let world = World()
        await world.change { $0.site.loginStalls = true }
        #expect(await answer(world, isPage: true, "/3/auth/password", form).wire.stallMilliseconds != nil)
        #expect(await answer(world, isPage: false, "/3/auth/password", form).wire.stallMilliseconds == nil)
    }

    @Test func theAccountsCodeFinishesALoginOnce() async throws {
        let world = World()
        await world.change { $0.site.verificationCode = true }
        let asked = await answer(world, isPage: true, "/3/auth/password", form)
        #expect(asked.status == 200)
        #expect(asked.json?["token"] == nil)
        #expect(asked.json?["challenge"]?["message"] == "Enter verification code")
        let id = try #require(asked.json?["challenge"]?["challenge_id"]?.string)

        func send(_ code: String) async -> Reply {
            await answer(world, isPage: true, "/3/auth/challenge", [("challenge_id", id), ("code", code)])
        }
        #expect(await send("000000").status == 419)
        #expect(await send("123456").json?["token"] != nil)
        #expect(await send("123456").status == 419)
    }

    @Test func aWrongPasswordIsNotAskedForACode() async {
        let world = World()
        await world.change { $0.site.verificationCode = true }
        let wrong = [("email", "sam@example.com"), ("password", "wrong")]
        #expect(await answer(world, isPage: true, "/3/auth/password", wrong).status == 419)
    }
}
