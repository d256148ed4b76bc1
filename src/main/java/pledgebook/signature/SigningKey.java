package pledgebook.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Sha256;

/// A private key with its certificates, out of a PKCS#12 file.
public final class SigningKey {
  /// No honest key file is larger.
  private static final int MOST_BYTES = 1 << 20;

  private final PrivateKey key;
  private final List<X509Certificate> certificates;

  private SigningKey(PrivateKey key, List<X509Certificate> certificates) {
    this.key = key;
    this.certificates = certificates;
  }

  /// Opens a key file.
  ///
  /// @throws Failure `signature.key-not-readable`, `signature.wrong-password`, `signature.no-key`
  ///   or `signature.several-keys`
  public static SigningKey open(Path file, char[] password) {
    KeyStore store = store(file, password);
    try {
      List<String> aliases = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          aliases.add(alias);
        }
      }
      if (aliases.size() != 1) {
        throw aliases.isEmpty()
            ? SignatureFailures.noKey(file)
            : SignatureFailures.severalKeys(file, aliases.size());
      }
      return key(store, aliases.getFirst(), password, file);
    } catch (GeneralSecurityException e) {
      throw SignatureFailures.wrongPassword(file, e);
    }
  }

  /// Tells whether its certificate is valid at a moment.
  public boolean isValidAt(Instant moment) {
    X509Certificate own = certificates.getFirst();
    return !moment.isBefore(own.getNotBefore().toInstant())
        && !moment.isAfter(own.getNotAfter().toInstant());
  }

  /// Tells whether it is so short that nobody should rely on it any more.
  public boolean isWeak() {
    return Signatory.isWeak(certificates.getFirst());
  }

  private static KeyStore store(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password);
      return store;
    } catch (IOException e) {
      // The platform says a wrong password so.
      throw e.getCause() instanceof GeneralSecurityException
          ? SignatureFailures.wrongPassword(file, e)
          : SignatureFailures.keyNotReadable(file, e);
    } catch (GeneralSecurityException e) {
      throw SignatureFailures.keyNotReadable(file, e);
    }
  }

  private static SigningKey key(KeyStore store, String alias, char[] password, Path file)
      throws GeneralSecurityException {
    Certificate[] chain = store.getCertificateChain(alias);
    if (chain == null
        || chain.length == 0
        || !(store.getKey(alias, password) instanceof PrivateKey key)) {
      throw SignatureFailures.noKey(file);
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Certificate certificate : chain) {
      if (certificate instanceof X509Certificate x509) {
        certificates.add(x509);
      }
    }
    if (certificates.size() != chain.length || algorithm(key).isEmpty()) {
      throw SignatureFailures.noKey(file);
    }
    return new SigningKey(key, certificates);
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "";
    };
  }

  /// Whose key it is: the subject of its certificate.
  public String holder() {
    return Signatory.name(certificates.getFirst());
  }

  /// Signs bytes: a detached CMS signature (RFC 5652) with the attributes of a CAdES baseline
  /// signature as PAdES wants it (ETSI EN 319 142-1): the signing certificate is named, the signing
  /// time is not, it stands in the PDF.
  ///
  /// @return DER
  /// @throws Failure `signature.not-signed`
  public byte[] sign(byte[] content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(attributes())
              .build(
                  new JcaContentSignerBuilder(algorithm(key)).build(key), certificates.getFirst()));
      generator.addCertificates(new JcaCertStore(certificates));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
      throw SignatureFailures.notSigned(e);
    }
  }

  private CMSAttributeTableGenerator attributes() throws GeneralSecurityException {
    byte[] hash = HexFormat.of().parseHex(Sha256.of(certificates.getFirst().getEncoded()).hex());
    Attribute certificate =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
    CMSAttributeTableGenerator usual =
        new DefaultSignedAttributeTableGenerator(
            new AttributeTable(new org.bouncycastle.asn1.DERSet(certificate)));
    return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
  }
}
