package pledgebook.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import pledgebook.vocabulary.Sha256;

/// Who signed something. Whether the certificate is to be trusted is for the reader to judge: its
/// issuer and fingerprint are told.
///
/// @param name subject of the certificate
/// @param issuer who issued it; the same as the subject where it was issued by itself
/// @param fingerprint SHA-256 of the certificate
/// @param validFrom the certificate's first moment
/// @param validTo the certificate's last moment
/// @param weak the key is so short that somebody else may have found it
public record Signatory(
    String name,
    String issuer,
    Sha256 fingerprint,
    Instant validFrom,
    Instant validTo,
    boolean weak) {

  /// Verifies a detached CMS signature over content.
  ///
  /// @param cms DER, possibly with zeros behind it, and nothing but zeros
  /// @return who signed; empty where the signature is not whole, is not over this content, has not
  ///   exactly one signer whose certificate is in it, or names another certificate
  public static Optional<Signatory> of(byte[] cms, byte[] content) {
    try {
      if (!endsInZeros(cms)) {
        return Optional.empty();
      }
      CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      if (signers.size() != 1) {
        return Optional.empty();
      }
      SignerInformation signer = signers.iterator().next();
      for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
        if (signer.getSID().match(holder)) {
          X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
          boolean intact =
              signer.verify(
                      new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))
                  && names(signer, certificate);
          return intact ? Optional.of(of(certificate)) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (CMSException
        | IOException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException e) {
      // What comes from outside may be anything; it is no signature then.
      System.getLogger(Signatory.class.getName()).log(System.Logger.Level.DEBUG, "no signature", e);
      return Optional.empty();
    }
  }

  /// Behind the signature lies what fills its room up; anything else somebody put there.
  private static boolean endsInZeros(byte[] cms) throws IOException {
    try (ASN1InputStream in = new ASN1InputStream(cms)) {
      if (in.readObject() == null) {
        return false;
      }
      for (byte left : in.readAllBytes()) {
        if (left != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /// A signature that says which certificate it was made with (RFC 5035) says it of this one: the
  /// certificate itself lies outside of what is signed, and its name could be another's.
  private static boolean names(SignerInformation signer, X509Certificate certificate)
      throws GeneralSecurityException {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute attribute =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (attribute == null) {
      return true;
    }
    ESSCertIDv2 named =
        SigningCertificateV2.getInstance(attribute.getAttributeValues()[0]).getCerts()[0];
    String algorithm = named.getHashAlgorithm().getAlgorithm().getId();
    byte[] hash = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
    return MessageDigest.isEqual(hash, named.getCertHashObject().getOctets());
  }

  private static Signatory of(X509Certificate certificate) throws GeneralSecurityException {
    return new Signatory(
        name(certificate),
        certificate.getIssuerX500Principal().getName(),
        Sha256.of(certificate.getEncoded()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        isWeak(certificate));
  }

  /// Less than 2048 bits of RSA or 224 of an elliptic curve are no longer recommended (NIST SP
  /// 800-131A).
  static boolean isWeak(X509Certificate certificate) {
    return switch (certificate.getPublicKey()) {
      case RSAKey rsa -> rsa.getModulus().bitLength() < 2048;
      case ECKey curve -> curve.getParams().getOrder().bitLength() < 224;
      default -> false;
    };
  }

  /// Was the certificate valid at a moment?
  public boolean isValidAt(Instant moment) {
    return !moment.isBefore(validFrom) && !moment.isAfter(validTo);
  }

  /// The subject's common name; the whole subject where it has none.
  static String name(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    try {
      return new LdapName(subject)
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst()
              .orElse(subject);
    } catch (InvalidNameException e) {
      return subject;
    }
  }
}
