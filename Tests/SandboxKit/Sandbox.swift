internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// A simulated Resy (and the two calls of Google Places) on a loopback port.
///
/// `baseURL` serves clients; faults on the wire happen there. `controlURL`, a server of its own, is for scripts, see `Control`. With a site
/// `webURL` serves browsers, whose pages call `baseURL`.
package final class Sandbox: Sendable {
    package let world: World
    private let server: HTTPServer
    private let run: Task<Void, any Error>
    private let front: FaultProxy
    private let traffic: Traffic
    private let webFront: FaultProxy?
    private let controlPort: UInt16

    /// Starts on `port`, or on one that the kernel chooses. `hasSite`: with resy.com's pages too.
    package static func start(
        scenario: Scenario = .standard, port: UInt16 = 0, controlPort: UInt16 = 0, hasSite: Bool = false,
        webPort: UInt16 = 0
    ) async throws -> Sandbox {
        let world = World(scenario: scenario)
        let site = hasSite ? try Site(world: world) : nil
        let server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try sockaddr_in.inet(ip4: "127.0.0.1", port: controlPort), timeout: 600, logger: .disabled))
        let traffic = Traffic()
        let front = FaultProxy(traffic: traffic)
        let control = Control(world: world, front: front, traffic: traffic)
        let answering: Answering = { asked in
            if asked.path.hasPrefix("/_control/") {
                await control.answer(
                    method: asked.method, path: asked.path, query: asked.query, body: asked.body)
            } else if let site {
                await site.answer(
                    method: asked.method, path: asked.path, rawQuery: asked.query, headers: asked.headers,
                    body: asked.body)
            } else {
                await world.answer(
                    method: asked.method, path: asked.path, rawQuery: asked.query, headers: asked.headers,
                    body: asked.body)
            }
        }
        await server.appendRoute("*") { request in
            var headers: [String: String] = [:]
            for (name, value) in request.headers { headers[name.rawValue.lowercased()] = value }
            let asked = Asked(
                method: request.method.rawValue, target: request.target.rawValue, headers: headers,
                body: Array(try await request.bodyData))
            return HTTPResponse(await answering(asked))
        }
        let run = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 10)
        guard case .ip4(_, let controlled)? = await server.listeningAddress else {
            throw SocketError.unsupportedAddress
        }
        try front.start(port: port, answering: answering)
        var webFront: FaultProxy?
        if let site {
            let opened = FaultProxy()
            try opened.start(port: webPort, answering: answering)
            site.opened(apiPort: front.port, webPort: opened.port)
            webFront = opened
        }
        return Sandbox(
            world: world, server: server, run: run, front: front, traffic: traffic, webFront: webFront,
            controlPort: controlled)
    }

    private init(
        world: World, server: HTTPServer, run: Task<Void, any Error>, front: FaultProxy, traffic: Traffic,
        webFront: FaultProxy?, controlPort: UInt16
    ) {
        self.webFront = webFront
        self.world = world
        self.server = server
        self.run = run
        self.front = front
        self.traffic = traffic
        self.controlPort = controlPort
    }

    /// `http://127.0.0.1:PORT`
    package var baseURL: String { "http://127.0.0.1:\(front.port)" }
    /// `http://127.0.0.1:PORT` of the web site, if there is one.
    package var webURL: String? { webFront.map { "http://127.0.0.1:\($0.port)" } }
    package var controlURL: String { "http://127.0.0.1:\(controlPort)/_control" }
    package var port: UInt16 { front.port }

    package func stop() async {
        front.stop()
        webFront?.stop()
        await server.stop()
        run.cancel()
    }

    /// What was asked of each endpoint since the last look.
    package func look() async -> Look { await world.look(traffic.look()) }

    /// Faults of whole connections, from now on.
    package func setConnections(_ mode: FaultProxy.Mode) throws { try front.setMode(mode) }

    /// Cuts those that are open now; new ones are as the mode says.
    package func cutConnections() { front.closeConnections() }
}

extension HTTPResponse {
    init(_ reply: Reply) {
        var headers = HTTPHeaders()
        for (name, value) in reply.headers { headers[HTTPHeader(name)] = value }
        self.init(
            statusCode: HTTPStatusCode(reply.status, phrase: reply.status < 400 ? "OK" : "Error"), headers: headers,
            body: Data(reply.bytes))
    }
}
