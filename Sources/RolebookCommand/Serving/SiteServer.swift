import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers requests over HTTP/1.1 at one address of this machine.
struct SiteServer {
  private typealias Connection = NIOAsyncChannel<
    HTTPServerRequestPart, HTTPPart<HTTPResponseHead, ByteBuffer>
  >

  private let listener: NIOAsyncChannel<Connection, Never>

  /// Listens at a port, 0 for any that is free.
  init(host: String, port: Int) async throws {
    listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(BufferParts())
          return try Connection(wrappingChannelSynchronously: channel)
        }
      }
  }

  /// The port that it listens at.
  var port: Int { listener.channel.localAddress?.port ?? 0 }

  /// Answers until the task is cancelled.
  func run(_ answer: @escaping @Sendable (Request) async -> Answer) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { connections in
        for try await connection in connections {
          // A browser that goes away in the middle is no failure of ours.
          group.addTask { try? await Self.serve(connection, answer) }
        }
      }
    }
  }

  private static func serve(
    _ connection: Connection, _ answer: @Sendable (Request) async -> Answer
  ) async throws {
    try await connection.executeThenClose { parts, output in
      var head: HTTPRequestHead?
      for try await part in parts {
        switch part {
        case .head(let received): head = received
        case .body: break
        case .end:
          guard let request = head else { return }
          try await send(await answer(Request(request)), to: request, output)
          if !request.isKeepAlive { return }
        }
      }
    }
  }

  private static func send(
    _ answer: Answer, to request: HTTPRequestHead,
    _ output: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
  ) async throws {
    var head = HTTPResponseHead(version: request.version, status: .init(statusCode: answer.status))
    for (name, value) in answer.headers { head.headers.add(name: name, value: value) }
    let isHead = request.method == .HEAD
    switch answer.body {
    case .bytes(let bytes):
      head.headers.add(name: "Content-Length", value: String(bytes.count))
      try await output.write(.head(head))
      if !isHead, !bytes.isEmpty { try await output.write(.body(ByteBuffer(bytes: bytes))) }
    case .stream(let pieces):
      try await output.write(.head(head))
      if isHead { break }
      for await piece in pieces { try await output.write(.body(ByteBuffer(bytes: piece))) }
    }
    try await output.write(.end(nil))
  }
}

/// Turns buffers into what the encoder of responses takes: files too, which cannot be handed from task to task.
private final class BufferParts: ChannelOutboundHandler {
  typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
  typealias OutboundOut = HTTPServerResponsePart

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part: HTTPServerResponsePart =
      switch unwrapOutboundIn(data) {
      case .head(let head): .head(head)
      case .body(let buffer): .body(.byteBuffer(buffer))
      case .end(let trailers): .end(trailers)
      }
    context.write(wrapOutboundOut(part), promise: promise)
  }
}

extension Request {
  fileprivate init(_ head: HTTPRequestHead) {
    self.init(
      method: head.method.rawValue, target: head.uri, host: head.headers.first(name: "Host"),
      origin: head.headers.first(name: "Origin"), known: head.headers.first(name: "If-None-Match"))
  }
}
