package pledgebook.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Keys made for one test run; none is ever kept.
public final class TestKey {
  public static final String PASSWORD = "示例-password";
  public static final String HOLDER = "示例签名人";
  public static final Instant VALID_FROM = Instant.parse("2025-01-01T00:00:00Z");
  public static final Instant VALID_TO = Instant.parse("2027-01-01T00:00:00Z");

  private TestKey() {}

  /// Writes a PKCS#12 file with so many keys.
  ///
  /// @param algorithm RSA, EC or Ed25519
  public static Path write(Path file, String algorithm, int keys) {
    return write(file, algorithm, 2048, keys);
  }

  /// A key nobody should rely on any more: RSA of 1024 bits.
  public static Path writeWeak(Path file) {
    return write(file, "RSA", 1024, 1);
  }

  private static Path write(Path file, String algorithm, int bits, int keys) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < keys; i++) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
          generator.initialize(bits);
        }
        KeyPair pair = generator.generateKeyPair();
        store.setKeyEntry(
            "key" + i,
            pair.getPrivate(),
            PASSWORD.toCharArray(),
            new Certificate[] {certificate(pair, algorithm)});
      }
      try (var out = Files.newOutputStream(file)) {
        store.store(out, PASSWORD.toCharArray());
      }
      return file;
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(KeyPair pair, String algorithm)
      throws OperatorCreationException, GeneralSecurityException {
    X500Principal name = new X500Principal("CN=" + HOLDER + ", O=示例");
    String signature =
        switch (algorithm) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> algorithm;
        };
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(VALID_FROM),
                    Date.from(VALID_TO),
                    name,
                    pair.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
  }
}
