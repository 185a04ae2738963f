# crdgen in an image without Swift: docker run --rm -v "$PWD:/work" -w /work IMAGE validate deploy
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y libyaml-dev pkg-config
COPY . /package
RUN swift build -c release --static-swift-stdlib --package-path /package --product crdgen \
    && strip /package/.build/release/crdgen

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y libyaml-0-2 git && rm -rf /var/lib/apt/lists/*
COPY --from=build /package/.build/release/crdgen /usr/local/bin/
ENTRYPOINT ["crdgen"]
